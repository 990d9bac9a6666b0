#!/usr/bin/env node
// Starts the command line: TypeScript is run as it is, so this file only checks the ground it stands on.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `entente: this needs Node.js 22.13 or later, and runs on ${process.versions.node}. ` +
      'Start it through npm (npm start, npx entente), which brings its own; if npm was told to ignore scripts, run: npm rebuild node\n',
  )
  process.exit(78)
}
const { register } = await import('tsx/esm/api')
register()
const { main } = await import('../src/runtime/main.ts')
await main(process.argv.slice(2))
