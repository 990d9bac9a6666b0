// The page of a case.
const css = String.raw

export const CASE = css`
  .reference {
    font-size: 0.92rem;
    font-variant-numeric: tabular-nums;
  }
  .case-head {
    margin-bottom: 1rem;
  }
  .case-head .chips {
    margin-bottom: 0.35rem;
  }
  .pair,
  .columns {
    display: grid;
    gap: 1rem;
    margin-bottom: 1rem;
  }
  .side,
  .story {
    display: grid;
    gap: 1rem;
    align-content: start;
    min-width: 0;
  }
  .side > *,
  .story > * {
    min-width: 0;
  }
  .vendors {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: 1rem;
    margin-bottom: 1rem;
  }
  .vendor {
    border-top: 4px solid var(--lane);
  }
  .vendor .address {
    font-size: 0.88rem;
    margin-bottom: 0.4rem;
  }
  .claim {
    margin: 0.6rem 0;
    padding: 0.5rem 0.7rem;
    background: var(--ground);
    border-radius: 0.5rem;
  }
  .claim .quiet {
    font-size: 0.88rem;
  }
  .side-by-side {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }
  .native {
    font-weight: 600;
  }
  .engagements > li + li,
  .deliveries > li + li {
    margin-top: 1rem;
    padding-top: 1rem;
    border-top: 1px solid var(--edge);
  }
  .engagements .chips {
    margin: 0.3rem 0;
  }
  .waiting {
    padding: 0.35rem 0.6rem;
    border-radius: 0.4rem;
    background: var(--busy-ground);
    color: var(--busy);
    margin-bottom: 0.3rem;
  }
  .waiting.ours {
    background: var(--warn-ground);
    color: var(--warn);
    font-weight: 600;
  }
  .waiting .warning {
    color: inherit;
  }
  .thread {
    margin-top: 0.5rem;
    padding-left: 0.75rem;
    border-left: 3px solid var(--edge);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }
  .day {
    margin: 1rem 0 0.5rem;
    padding-bottom: 0.25rem;
    border-bottom: 1px solid var(--edge);
    color: var(--quiet);
    font-size: 0.92rem;
  }
  .entry {
    display: grid;
    grid-template-columns: 3.1rem 1fr;
    column-gap: 0.6rem;
    align-items: baseline;
    padding: 0.45rem 0.5rem 0.45rem 0.9rem;
    border-left: 4px solid var(--lane);
    margin-bottom: 0.4rem;
    border-radius: 0 0.4rem 0.4rem 0;
  }
  .entry:target {
    outline: 2px solid var(--focus);
  }
  .entry.quiet {
    font-size: 0.9rem;
    padding-block: 0.1rem;
    border-left-style: dotted;
  }
  .entry.own {
    background: var(--warn-ground);
    border-left-color: var(--warn);
  }
  .entry.idle {
    border-left-style: dashed;
  }
  .entry.idle .told {
    color: var(--quiet);
  }
  .entry > time {
    font-variant-numeric: tabular-nums;
    color: var(--quiet);
  }
  .entry.own .chip {
    border: 1px solid currentcolor;
  }
  .entry.own > time {
    color: inherit;
  }
  .trusted {
    color: var(--good);
    cursor: help;
  }
  .text {
    margin: 0.3rem 0 0.2rem;
  }
  .label,
  .audience,
  .missing {
    color: var(--quiet);
    font-size: 0.88rem;
  }
  .missing {
    font-style: italic;
  }
  .reason {
    color: var(--warn);
    font-size: 0.92rem;
  }
  .phones {
    font-size: 1.05rem;
  }

  @media (min-width: 64rem) {
    .pair {
      grid-template-columns: minmax(20rem, 2fr) 3fr;
    }
    .columns {
      grid-template-columns: minmax(20rem, 2fr) 3fr;
    }
  }
  @media (max-width: 30rem) {
    .top {
      padding-block: 0.4rem;
    }
    .top form {
      margin-left: auto;
    }
    .who {
      order: 1;
      width: 100%;
      font-size: 0.9rem;
    }
    .pass {
      flex-direction: column;
    }
    .holder,
    .offeree {
      flex: none;
    }
    .arrow {
      flex: none;
      width: 2.5rem;
      height: 2.5rem;
      display: grid;
      align-items: center;
      transform: rotate(90deg);
    }
    .facts > div {
      grid-template-columns: 7rem 1fr;
    }
    .scale {
      grid-template-columns: 1fr 1fr;
    }
    .silence text {
      display: none;
    }
    .card {
      padding: 0.8rem;
    }
  }
  @media print {
    .top form,
    .filters,
    .more,
    .skip,
    .foot {
      display: none;
    }
  }
`
