// The pictures: who owns the next step, the severity scale, the lanes.
const css = String.raw

const lanes = Array.from(
  { length: 8 },
  (_, i) => `.lane-${i + 1} { --lane: var(--lane-${i + 1}); }`,
).join('\n')

const levels = [1, 2, 3, 4]
  .map((level) => `.level-${level} { --level: var(--level-${level}); }`)
  .join('\n')

export const PICTURES =
  css`
    .pass {
      display: flex;
      align-items: stretch;
      gap: 0.5rem;
    }
    .holder,
    .offeree {
      flex: 1 1 8rem;
      border-radius: 0.6rem;
      padding: 0.6rem 0.8rem;
      border: 2px solid var(--lane);
    }
    .holder {
      border-left-width: 10px;
    }
    .offeree {
      border-style: dashed;
    }
    .holder > .name,
    .offeree > .name {
      font-size: 1.1rem;
    }
    .arrow {
      flex: 0 1 4rem;
      min-width: 2rem;
      align-self: center;
    }
    .arrow svg {
      display: block;
      width: 100%;
      height: 12px;
    }
    .arrow path {
      fill: none;
      stroke: var(--text);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .arrow path:first-child {
      stroke-dasharray: 5 4;
    }
    .arrow.refused {
      opacity: 0.45;
    }
    .shares {
      margin-top: 1rem;
    }
    .shares h3 {
      font-size: 0.88rem;
      font-weight: 400;
      color: var(--quiet);
    }
    .share-bar {
      display: block;
      margin: 0.3rem 0;
      border-radius: 7px;
      overflow: hidden;
    }
    .share-bar rect {
      fill: var(--lane);
      stroke: var(--card);
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 0.15rem 1rem;
      font-size: 0.92rem;
    }
    .legend li::before,
    .scale li li::before {
      content: '';
      display: inline-block;
      width: 0.7rem;
      height: 0.7rem;
      border-radius: 50%;
      margin-right: 0.35rem;
      background: var(--lane);
    }

    .scale {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 0.4rem;
      margin-bottom: 0.75rem;
    }
    .scale > li {
      border: 1px solid var(--edge);
      border-radius: 0.5rem;
      padding: 0.45rem 0.5rem;
      min-height: 4.5rem;
    }
    .scale > .effective {
      border: 2px solid var(--text);
    }
    .scale li li {
      font-size: 0.9rem;
      margin-top: 0.25rem;
    }
    .scale .name {
      font-weight: 500;
    }
    .scale q {
      display: block;
      color: var(--quiet);
      font-size: 0.85rem;
      padding-left: 1.05rem;
    }

    .picture {
      padding: 0.25rem 0.6rem;
    }
    .picture svg {
      display: block;
      overflow: visible;
    }
    .picture text {
      font-size: 12px;
      fill: var(--text);
    }
    .picture .tick,
    .silence text {
      fill: var(--quiet);
      font-size: 11px;
    }
    .silence rect {
      fill: var(--plain-ground);
    }
    .lane line {
      stroke: var(--edge);
      stroke-width: 2;
    }
    .lane > text {
      font-weight: 600;
    }
    .lane .held {
      fill: var(--lane);
      opacity: 0.4;
    }
    .lane circle {
      fill: var(--lane);
      stroke: var(--card);
      stroke-width: 1.5;
    }
    .lane .ring circle {
      fill: var(--card);
      stroke: var(--lane);
    }
    .picture g.mark text {
      fill: var(--card);
      font-size: 10px;
      font-weight: 700;
      pointer-events: none;
    }
    .picture g.ring text {
      fill: var(--text);
    }
    .scroll {
      overflow-x: auto;
    }
    .scroll table {
      border-collapse: collapse;
      font-size: 0.92rem;
    }
    .scroll th,
    .scroll td {
      text-align: left;
      padding: 0.3rem 0.9rem 0.3rem 0;
      white-space: nowrap;
    }
  ` +
  lanes +
  levels
