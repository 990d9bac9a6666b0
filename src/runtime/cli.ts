// The command line: every command on one screen. Each opens the database itself, so an embedded one must not be in use.
import { Command } from 'commander'
import { addAlliance } from './commands/alliance.ts'
import { addClient } from './commands/client.ts'
import { addDemo } from './commands/demo.ts'
import { addDoctor } from './commands/doctor.ts'
import { addFence } from './commands/fence.ts'
import { addKeys } from './commands/keys.ts'
import { addMember } from './commands/member.ts'
import { addPartner } from './commands/partner.ts'
import { addServe } from './commands/serve.ts'
import { addSetup } from './commands/setup.ts'
import { EXIT_HELP } from './trouble.ts'
import { VERSION } from './version.ts'

const NOTES = `Settings come from the environment; .env.example lists them with what they mean.
Commands open the database themselves. The embedded one belongs to one process: stop the gateway first,
or use PostgreSQL (DATABASE_URL), where everything works beside running gateways.`

export function buildCli(): Command {
  const program = new Command('entente')
    .description('Federated case collaboration: several vendors work one support case.')
    .version(VERSION)
    .addHelpText('after', `\n${NOTES}\n\n${EXIT_HELP}`)
    .showHelpAfterError('(add --help for what it takes)')
    .exitOverride()
  addServe(program)
  addDemo(program)
  addSetup(program)
  addAlliance(addMember(program))
  addPartner(program)
  addClient(program)
  addKeys(program)
  addFence(program)
  addDoctor(program)
  return program
}
