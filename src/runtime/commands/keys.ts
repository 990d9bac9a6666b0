// `entente keys …` and `entente master-key …`: the keys of an entity, and the key that seals them.
import { type Command, Option } from 'commander'
import { rotateKeys } from '../../flows/members/rotate-keys.ts'
import { rotateMasterKey } from '../../flows/members/rotate-master-key.ts'
import type { KeyPurpose } from '../../flows/member-ports.ts'
import { addMaster, dropOldMasters, sourceOf } from '../master-keys.ts'
import { granted } from '../trouble.ts'
import {
  answer,
  command,
  type Common,
  hosted,
  settings,
  table,
  withGateway,
  withServing,
} from './kit.ts'

type RotateOptions = Common & {
  readonly purpose: KeyPurpose
  readonly now?: boolean
  readonly compromised?: boolean
}

export function addKeys(program: Command): void {
  const keys = program.command('keys').description('Signing keys of members and alliances.')
  command(
    keys,
    'rotate <entity>',
    'Publish the next key; run again after a day (or leave it to the gateway), it is put into use.',
    [
      'keys rotate basalt --purpose event',
      'keys rotate basalt --purpose event --now --compromised',
    ],
  )
    .addOption(
      new Option('--purpose <purpose>', 'which key')
        .choices(['federation', 'event', 'token'])
        .makeOptionMandatory(),
    )
    .option('--now', 'put it into use at once, without the overlap')
    .option('--compromised', 'the old key is no longer to be believed')
    .action(rotate)
  command(keys, 'list <entity>', 'Keys of an entity, retired ones too.', [
    'keys list basalt',
  ]).action(list)
  const master = program.command('master-key').description('The key that seals all private keys.')
  command(
    master,
    'rotate',
    'Make a new master key and seal every private key with it. Several processes: first give all of them both keys.',
    ['master-key rotate'],
  )
    .option('--reseal', 'make no key: seal with the newest of ENTENTE_MASTER_KEY')
    .action(rotateMaster)
}

async function rotate(name: string, options: RotateOptions): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, name)
    const { purpose, now = false, compromised = false } = options
    const done = granted(
      await rotateKeys(deps, id, { purpose, now, compromised }),
      'the key was not rotated',
    )
    answer(options, done, [
      done.state === 'active'
        ? `${name} signs with ${done.kid} now; ${done.retired} is retired.`
        : `${done.kid} is published; it comes into use at ${done.activeFrom}.`,
    ])
  })
}

async function list(name: string, options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, name)
    const all = (await deps.members.keysOf(id)).map((key) => ({
      kid: key.publicKey.kid,
      purpose: key.purpose,
      state: key.state,
      createdAt: key.createdAt,
      activeFrom: key.activeFrom,
      retiredAt: key.retiredAt,
      revoked: key.revoked,
    }))
    const rows = all.map((k) => [k.purpose, k.state, k.kid, k.createdAt, k.retiredAt ?? '-'])
    answer(options, all, table(['PURPOSE', 'STATE', 'KEY', 'CREATED', 'RETIRED'], rows))
  })
}

async function rotateMaster(options: Common & { readonly reseal?: boolean }): Promise<void> {
  const config = settings(options)
  // Wrong keys, a database in use and the like are found before anything is written.
  await withGateway(config, async () => undefined)
  if (options.reseal !== true) addMaster(config)
  const resealed = await withGateway(config, ({ gateway: { deps } }) => rotateMasterKey(deps))
  if (config.masterKey === null) dropOldMasters(config)
  answer(options, { resealed, source: sourceOf(config) }, [
    `${resealed} private keys are sealed with the new master key in ${sourceOf(config)}.`,
    'Keep a copy of it where you keep your other secrets; the old one opens nothing any more.',
  ])
}
