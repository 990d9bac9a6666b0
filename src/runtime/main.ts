// The program: reads the command line, runs one command, and ends with an exit code and, where something is wrong, one sentence.
import { CommanderError } from 'commander'
import { buildCli } from './cli.ts'
import { scrub } from './logs.ts'
import { EXIT, explain } from './trouble.ts'

/** @param args the words after the program's name */
export async function main(args: readonly string[]): Promise<void> {
  try {
    process.exitCode = EXIT.ok
    await buildCli().parseAsync([...args], { from: 'user' })
  } catch (error) {
    process.exitCode = report(error, args.includes('--json'))
  }
}

function report(error: unknown, asJson: boolean): number {
  // Commander has said already what is wrong with the words.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  const { code, sentence } = explain(error)
  const said = scrub(sentence)
  if (asJson) process.stderr.write(`${JSON.stringify({ error: said, exitCode: code })}\n`)
  else process.stderr.write(`entente: ${said}\n`)
  if (code === EXIT.fault && error instanceof Error)
    process.stderr.write(`${scrub(error.stack ?? '')}\n`)
  return code
}
