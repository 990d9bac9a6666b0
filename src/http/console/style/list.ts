// The list of cases: a table on a wide screen, cards on a phone.
const css = String.raw

export const LIST = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 45%), 1fr));
    gap: 0.75rem 1rem;
    align-items: end;
    margin-bottom: 1rem;
  }
  .filters label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.9rem;
  }
  .filters .check {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.5rem;
  }
  .filters .check input {
    width: 1.2rem;
    height: 1.2rem;
    min-height: 0;
  }
  .filters input:not([type='checkbox']),
  .filters select {
    width: 100%;
    min-width: 0;
  }
  .buttons {
    display: flex;
    align-items: center;
    gap: 1rem;
  }
  .buttons button {
    background: var(--link);
    border-color: var(--link);
    color: var(--card);
  }

  .cases {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 0.75rem;
  }
  .cases th,
  .cases td {
    text-align: left;
    vertical-align: top;
    padding: 0.7rem 0.9rem;
    overflow-wrap: break-word;
    border-top: 1px solid var(--edge);
    font-weight: 400;
  }
  .cases thead th {
    border-top: 0;
    color: var(--quiet);
    font-size: 0.85rem;
  }
  .cases tbody th {
    width: 34%;
  }
  .cases tbody th a {
    font-weight: 600;
    display: block;
  }
  .cases .ours > th {
    box-shadow: inset 4px 0 0 var(--warn);
  }
  .cases .chip {
    margin: 0 0.3rem 0.2rem 0;
  }
  .number {
    color: var(--quiet);
    font-size: 0.9rem;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 1.5rem;
    padding: 1rem 0 0;
  }
  @media (max-width: 50rem) {
    .cases thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    .cases,
    .cases tbody,
    .cases tr,
    .cases th,
    .cases td {
      display: block;
      border: 0;
    }
    .cases {
      background: none;
    }
    .cases tbody tr {
      background: var(--card);
      border: 1px solid var(--edge);
      border-radius: 0.75rem;
      padding: 0.75rem 1rem;
      margin-bottom: 0.75rem;
    }
    .cases tbody .ours {
      border-left: 5px solid var(--warn);
    }
    .cases .ours > th {
      box-shadow: none;
    }
    .cases tbody th {
      width: auto;
      padding: 0 0 0.4rem;
    }
    .cases td {
      display: grid;
      grid-template-columns: 6rem 1fr;
      column-gap: 0.75rem;
      padding: 0.2rem 0;
      justify-items: start;
    }
    .cases td > :not(:first-child) {
      grid-column: 2;
    }
    .cases td::before {
      content: attr(data-label) / '';
      color: var(--quiet);
      font-size: 0.88rem;
    }
  }
  .asked {
    display: block;
    font-size: 0.88rem;
  }
`
