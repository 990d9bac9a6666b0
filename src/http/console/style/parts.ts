// Chips, notices, the words of others.
const css = String.raw

export const PARTS = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.5rem;
    align-items: center;
  }
  .chip {
    display: inline-block;
    padding: 0 0.55rem;
    border-radius: 1rem;
    font-size: 0.82rem;
    line-height: 1.5rem;
    background: var(--plain-ground);
    color: var(--quiet);
  }
  .chip.good {
    background: var(--good-ground);
    color: var(--good);
  }
  .chip.busy {
    background: var(--busy-ground);
    color: var(--busy);
  }
  .chip.warn {
    background: var(--warn-ground);
    color: var(--warn);
  }
  .chip.bad {
    background: var(--bad-ground);
    color: var(--bad);
  }
  .chip.plain {
    color: var(--text);
  }
  .chip .name {
    font-weight: 600;
  }
  .level {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    font-weight: 650;
    white-space: nowrap;
    color: var(--level);
  }
  .bars {
    display: inline-flex;
    align-items: flex-end;
    gap: 2px;
  }
  .bars i {
    width: 4px;
    height: 5px;
    background: var(--level);
    border-radius: 1px;
  }
  .bars i:nth-child(2) {
    height: 8px;
  }
  .bars i:nth-child(3) {
    height: 11px;
  }
  .bars i:nth-child(4) {
    height: 14px;
  }
  .bars .off {
    opacity: 0.25;
  }

  .notice {
    border-left: 4px solid var(--busy);
    background: var(--busy-ground);
    color: var(--busy);
    border-radius: 0.4rem;
    padding: 0.6rem 0.9rem;
    margin-bottom: 0.75rem;
  }
  .notice.warn {
    border-color: var(--warn);
    background: var(--warn-ground);
    color: var(--warn);
  }
  .notice.bad {
    border-color: var(--bad);
    background: var(--bad-ground);
    color: var(--bad);
  }
  .notice a,
  .notice .quiet {
    color: inherit;
  }
  .notice ul {
    margin-top: 0.35rem;
  }

  .lines {
    white-space: pre-wrap;
  }
  .mark {
    font-size: 0.7em;
    padding: 0 0.3em;
    border: 1px solid currentcolor;
    border-radius: 0.3em;
    unicode-bidi: isolate;
  }
  .values li + li {
    margin-top: 0.25rem;
  }
  .values {
    padding-left: 1.1rem;
    list-style: disc;
  }
  .fields > div {
    margin-top: 0.6rem;
  }
  .fields dt,
  .facts dt {
    color: var(--quiet);
    font-size: 0.88rem;
  }
  .fields .fields {
    padding-left: 0.75rem;
    border-left: 2px solid var(--edge);
  }
  .text .fields > div,
  .fields .fields > div,
  .facts .fields > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    margin-top: 0;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 8.5rem 1fr;
    gap: 0.25rem 0.75rem;
    padding: 0.15rem 0;
  }
  .exact dd {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.88rem;
  }
  .exact .lines {
    padding: 0.5rem;
    background: var(--plain-ground);
    border-radius: 0.4rem;
  }
  blockquote {
    border-left: 3px solid var(--edge);
    padding-left: 0.75rem;
    margin-top: 0.5rem;
  }
`
