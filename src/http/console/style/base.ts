// Colours, type and the frame. System fonts; light and dark follow the reader's own setting; text on its ground has a contrast of at
// least 4.5, marks that carry meaning 3.
const css = String.raw

export const BASE = css`
  :root {
    color-scheme: light dark;
    --ground: #f4f6f9;
    --card: #ffffff;
    --edge: #d5dbe4;
    --text: #18202c;
    --quiet: #515d6e;
    --link: #174ea6;
    --focus: #174ea6;
    --good-ground: #e2f3e8;
    --good: #12552f;
    --busy-ground: #e4ecfb;
    --busy: #163f85;
    --warn-ground: #fdf0d4;
    --warn: #6b4200;
    --bad-ground: #fce4e2;
    --bad: #8c1d18;
    --plain-ground: #e9edf2;
    --level-1: #a8201a;
    --level-2: #9a4a00;
    --level-3: #174ea6;
    --level-4: #515d6e;
    --lane-1: #2563b8;
    --lane-2: #b4540a;
    --lane-3: #0f7a6c;
    --lane-4: #8a3fae;
    --lane-5: #7d6a00;
    --lane-6: #b3306f;
    --lane-7: #47731b;
    --lane-8: #5c6470;
  }

  @media (prefers-color-scheme: dark) {
    :root {
      --ground: #10141a;
      --card: #191f28;
      --edge: #333d4b;
      --text: #e6eaf0;
      --quiet: #a5b0bf;
      --link: #9cc0ff;
      --focus: #9cc0ff;
      --good-ground: #16382a;
      --good: #9fdcb8;
      --busy-ground: #1c3050;
      --busy: #b3cfff;
      --warn-ground: #40300f;
      --warn: #f3cf86;
      --bad-ground: #4a1f1d;
      --bad: #ffb9b3;
      --plain-ground: #29323f;
      --level-1: #ff9d95;
      --level-2: #ffb773;
      --level-3: #9cc0ff;
      --level-4: #a5b0bf;
      --lane-1: #6ea3f2;
      --lane-2: #eb9350;
      --lane-3: #4dc0ae;
      --lane-4: #c48be3;
      --lane-5: #cdb640;
      --lane-6: #ee7fb2;
      --lane-7: #92c25d;
      --lane-8: #a0a9b6;
    }
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--ground);
    color: var(--text);
    font:
      1rem/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif;
    overflow-wrap: anywhere;
  }
  main {
    max-width: 90rem;
    margin: 0 auto;
    padding: 1rem clamp(0.75rem, 2vw, 2rem) 2rem;
    outline: none;
  }
  h1 {
    font-size: 1.6rem;
    line-height: 1.25;
    margin: 0.25rem 0 0.5rem;
  }
  h2 {
    font-size: 1.1rem;
    margin: 0 0 0.5rem;
  }
  h3 {
    font-size: 1rem;
    margin: 0;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--link);
  }
  code,
  pre {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.9em;
  }
  pre {
    overflow-x: auto;
    padding: 0.75rem;
    background: var(--plain-ground);
    border-radius: 0.5rem;
  }
  q {
    quotes: '“' '”';
  }
  time {
    white-space: nowrap;
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.2em;
    cursor: help;
  }
  summary {
    cursor: pointer;
    color: var(--link);
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 0.2rem;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    background: var(--card);
    border: 1px solid var(--quiet);
    border-radius: 0.4rem;
    padding: 0.4rem 0.6rem;
    min-height: 2.5rem;
  }
  button {
    cursor: pointer;
    font-weight: 600;
  }
  .quiet,
  .address {
    color: var(--quiet);
  }
  .warning {
    color: var(--bad);
    font-weight: 600;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .skip {
    position: absolute;
    left: 0.5rem;
    top: -4rem;
    padding: 0.5rem 1rem;
    background: var(--card);
    border-radius: 0.4rem;
    z-index: 1;
  }
  .skip:focus {
    top: 0.5rem;
  }
  .card {
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 0.75rem;
    padding: 1rem;
  }
  .narrow {
    max-width: 40rem;
    margin: 2rem auto;
    display: grid;
    gap: 1rem;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
    padding: 0.6rem clamp(0.75rem, 2vw, 2rem);
    background: var(--card);
    border-bottom: 1px solid var(--edge);
  }
  .brand {
    font-weight: 700;
    font-size: 1.1rem;
    color: var(--text);
    text-decoration: none;
  }
  .who {
    margin-left: auto;
  }
  .foot {
    max-width: 90rem;
    margin: 0 auto;
    padding: 0 clamp(0.75rem, 2vw, 2rem) 2rem;
    color: var(--quiet);
    font-size: 0.9rem;
  }

  @media (prefers-reduced-motion: no-preference) {
    .fresh {
      animation: fresh 4s ease-out;
    }
    @keyframes fresh {
      from {
        background: var(--warn-ground);
      }
    }
  }
`
