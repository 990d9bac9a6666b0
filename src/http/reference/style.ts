// The look of the reference: system fonts, two schemes of colours that keep AA contrast, no motion, and a narrow screen first.

export const STYLE = `
:root {
  --paper: #ffffff; --ink: #1c2230; --quiet: #545d70; --line: #d9dee8; --wash: #f4f6fa;
  --link: #1f4fbf; --get: #0b6b43; --write: #8a4b00; --need: #a3203a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12151c; --ink: #e7eaf2; --quiet: #a4adc0; --line: #303748; --wash: #1b2029;
    --link: #8fb4ff; --get: #6fd6a6; --write: #f0b25f; --need: #ff93a4;
  }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
a { color: var(--link); text-underline-offset: 0.15em }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -999em }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 1 }
nav { padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--wash); font-size: 0.9rem }
nav ul { list-style: none; margin: 0; padding: 0 }
nav ul ul { display: none }
nav > ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem }
nav a { text-decoration: none }
nav a:hover { text-decoration: underline }
.brand { font-weight: 700; margin: 0 0 0.5rem }
.brand a { color: inherit }
main { padding: 1rem 1.25rem 4rem; max-width: 56rem }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.5rem 0 }
h2 { font-size: 1.4rem; margin: 2.5rem 0 0.5rem; text-transform: capitalize }
header h2, #words h2 { text-transform: none; font-size: 1.15rem }
h3 { font-size: 1.1rem; margin: 0 0 0.25rem }
h3 a { color: inherit; text-decoration: none }
h3 a:hover { text-decoration: underline }
h4 { font-size: 0.95rem; margin: 1.25rem 0 0.25rem }
.lead { color: var(--quiet); margin-top: 0 }
.links, .scopes, .kind, .limits { color: var(--quiet); font-size: 0.9rem; font-weight: 400 }
.operation { border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem 1.25rem; margin: 1rem 0 }
.operation:target { border-color: var(--link) }
.address { margin: 0 0 0.5rem; overflow-wrap: anywhere }
.method { font: 700 0.8rem/1 ui-monospace, monospace; color: var(--write); margin-right: 0.4rem }
.method.get { color: var(--get) }
code { font: 0.9em ui-monospace, monospace; background: var(--wash); padding: 0.1em 0.3em; border-radius: 0.25rem; overflow-wrap: anywhere }
pre { background: var(--wash); border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.75rem; overflow-x: auto }
pre code { background: none; padding: 0; overflow-wrap: normal }
.fields { margin: 0.25rem 0; border-left: 2px solid var(--line); padding-left: 0.9rem }
.fields > div { padding: 0.35rem 0 }
.fields dd { margin: 0 }
.fields dd p { margin: 0.15rem 0 }
.required { color: var(--need); font-size: 0.8rem; font-weight: 600 }
.refusals { padding-left: 1.1rem; margin: 0.25rem 0 }
.refusals li { margin: 0.3rem 0 }
summary { cursor: pointer; color: var(--link); width: fit-content; margin: 0.4rem 0 }
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 18rem minmax(0, 1fr) }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border-bottom: 0; border-right: 1px solid var(--line) }
  nav > ul { display: block }
  nav ul ul { display: block; padding: 0.1rem 0 0.6rem 0.8rem }
  nav > ul > li > a { font-weight: 600; text-transform: capitalize }
  main { padding: 1.5rem 2.5rem 6rem }
}
@media print { nav { display: none } .operation { break-inside: avoid } }
`
