// `entente demo`: an alliance on this machine, and a story that plays on it.
import { type Command, Option } from 'commander'
import { provision } from '../demo/provision.ts'
import { runDemo } from '../demo/run.ts'
import { command, type Common } from './kit.ts'

type Options = Common & { readonly once?: boolean; readonly prepare?: boolean }

export function addDemo(program: Command): void {
  command(
    program,
    'demo',
    'Start an alliance of three vendors on two gateways on this machine and play an escalation between them.',
    ['demo', 'demo --once --data /tmp/entente-demo'],
  )
    .option('--once', 'end after the story; exit code 0 when all replicas are the same, else 1')
    .addOption(new Option('--prepare').hideHelp())
    .action(demo)
}

async function demo(options: Options): Promise<void> {
  const data = options.data ?? (process.env['ENTENTE_DATA'] || '.entente')
  if (options.prepare === true) return provision(data)
  process.exitCode = await runDemo({ data, once: options.once ?? false })
  // What still waits for news of a gateway that is gone must not keep the process.
  process.exit()
}
