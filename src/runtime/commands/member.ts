// `entente member …`: who this gateway hosts, and their standing in an alliance.
import { existsSync, readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { Refusal } from '../../core/kernel/refusal.ts'
import { findPreset } from '../../core/severity/preset.ts'
import { findSupportPreset } from '../../core/support/preset.ts'
import type { Entity, EntityRole, Profile } from '../../flows/member-ports.ts'
import { createMember } from '../../flows/members/create-member.ts'
import type { Deps } from '../../flows/ports.ts'
import { saveProfile } from '../../flows/settings/save-profile.ts'
import { saveSupportProfile } from '../../flows/settings/save-support-profile.ts'
import { EXIT, granted, Trouble } from '../trouble.ts'
import { answer, command, type Common, hosted, settings, table, withGateway } from './kit.ts'

type ProfileOptions = {
  readonly product?: readonly string[]
  readonly contact?: readonly string[]
  readonly supportHours?: string
  readonly scheme?: string
  readonly delivery?: Profile['delivery']
}
type CreateOptions = Common &
  ProfileOptions & {
    readonly name: string
    readonly role: EntityRole
    readonly id?: string
    readonly alg: 'ES256' | 'Ed25519'
  }

type ChangeOptions = Common &
  ProfileOptions & {
    readonly name?: string
    readonly supportProfile?: string
    readonly shareDutyNames?: 'yes' | 'no'
  }

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value]

const withProfile = (cmd: Command): Command =>
  cmd
    .option('--product <code=name>', 'a product that partners may ask about; repeatable', collect)
    .option('--contact <name;phone;email>', 'whom partners call; repeatable', collect)
    .option('--support-hours <text>', 'when somebody answers, in words')
    .option(
      '--scheme <preset>',
      'severity scheme of its codes, such as netapp or vmware-on-premise',
    )
    .addOption(
      new Option(
        '--delivery <way>',
        'poll: partners cannot reach it, and it asks them for what waits there',
      ).choices(['push', 'poll']),
    )

export function addMember(program: Command): Command {
  const member = program.command('member').description('Members and alliances hosted here.')
  withProfile(
    command(member, 'create <handle>', 'Create a member, or an alliance, with keys of its own.', [
      'member create basalt --name "Basalt Storage" --product arr-9="Array 9" --scheme netapp',
      'member create alliance --name "Open Alliance" --role anchor',
    ]),
  )
    .requiredOption('--name <name>', 'name of the company')
    .addOption(
      new Option('--role <role>', 'anchor: the operator of an alliance')
        .choices(['member', 'anchor'])
        .default('member'),
    )
    .option('--id <url>', 'its identifier, where that lies on a domain of its own')
    .addOption(
      new Option('--alg <algorithm>', 'algorithm of its keys')
        .choices(['ES256', 'Ed25519'])
        .default('ES256'),
    )
    .action(create)
  command(member, 'list', 'Who is hosted here.', ['member list --json']).action(list)
  withProfile(
    command(member, 'profile <member>', 'Show what a member tells partners, or change it.', [
      'member profile basalt',
      'member profile basalt --contact "Duty desk;+351 21 555 020" --support-hours "24x7"',
      'member profile basalt --support-profile follow-the-sun',
    ]),
  )
    .option('--name <name>', 'name of the company')
    .option(
      '--support-profile <preset|file>',
      'when it is open and how soon it acts: a preset such as follow-the-sun, or a JSON file',
    )
    .addOption(
      new Option(
        '--share-duty-names <yes|no>',
        'whether partners are told the name and number of who is on duty',
      ).choices(['yes', 'no']),
    )
    .action(profile)
  return member
}

async function create(handle: string, options: CreateOptions): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps, site } }) => {
    const { name, role, id, alg } = options
    const wanted = {
      handle,
      role,
      name,
      alg,
      profile: profileChange(options),
      ...(id === undefined ? {} : { id }),
    }
    const entity = granted(await createMember(deps, site, wanted), `${handle} was not created`)
    const keys = await deps.members.keysOf(entity.id)
    const kids = keys.map(({ purpose, publicKey: { kid } }) => ({ purpose, kid }))
    answer(options, { ...entity, keys: kids }, [
      `Created ${role} ${name}: ${entity.id}`,
      ...kids.map(({ purpose, kid }) => `  ${purpose.padEnd(10)} key ${kid}`),
      role === 'anchor'
        ? `Others trust it with: entente member trust <member> ${entity.id} <federation key>`
        : `Next: entente member trust ${handle} <alliance> <key>, then: entente member request-admission ${handle} <alliance>`,
    ])
  })
}

async function list(options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const all = await deps.members.listEntities()
    const rows = all.map(({ handle, role, profile: { name }, id }) => [handle, role, name, id])
    const none = ['Nobody yet; create a member with: entente member create <handle> --name <name>']
    answer(options, all, all.length === 0 ? none : table(['HANDLE', 'ROLE', 'NAME', 'ID'], rows))
  })
}

async function profile(name: string, options: ChangeOptions): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps, site } }) => {
    const entity = await hosted(deps, name)
    const change = {
      ...profileChange(options),
      ...(await dutyChange(deps, entity, options)),
      ...(options.name ? { name: options.name } : {}),
    }
    const saved =
      Object.keys(change).length === 0
        ? entity
        : granted(
            await saveProfile(deps, site, entity.id, { profile: { ...entity.profile, ...change } }),
            'the profile was not saved',
          )
    answer(options, saved, lines(saved))
  })
}

function lines({ id, handle, role, profile: p, authorityHints }: Entity): string[] {
  const contacts = p.contacts.map((c) => [c.name, c.phone, c.email].filter(Boolean).join(', '))
  return [
    `${p.name} (${handle}, ${role})`,
    `  identifier     ${id}`,
    `  products       ${p.products.map(({ code, name }) => `${code} (${name})`).join(', ') || '-'}`,
    `  contacts       ${contacts.join('; ') || '-'}`,
    `  events         ${p.delivery === 'poll' ? 'asked for at partners' : 'pushed by partners'}`,
    `  support hours  ${p.supportHours ?? '-'}`,
    `  scheme         ${p.scheme === null ? '-' : `${p.scheme.id} ${p.scheme.version}`}`,
    `  support        ${supportOf(p)}`,
    `  names on duty  ${p.shareDutyNames ? 'told to partners' : 'kept here'}`,
    `  intake form    ${p.intakeForm === null ? '-' : `${p.intakeForm.fields.length} fields`}`,
    `  alliances      ${authorityHints.join(', ') || '-'}`,
  ]
}

function profileChange(options: ProfileOptions): Partial<Profile> {
  const { product, contact, supportHours, scheme, delivery } = options
  return {
    ...(product && { products: product.map(parseProduct) }),
    ...(contact && { contacts: contact.map(parseContact) }),
    ...(supportHours !== undefined && { supportHours }),
    ...(delivery !== undefined && { delivery }),
    ...(scheme !== undefined && { scheme: schemeOf(scheme) }),
  }
}

function supportOf({ supportProfile }: Profile): string {
  if (supportProfile === null) return '-'
  return 'preset' in supportProfile ? supportProfile.preset : supportProfile.version
}

async function dutyChange(
  deps: Pick<Deps, 'members' | 'clock'>,
  { id }: Entity,
  { supportProfile, shareDutyNames }: ChangeOptions,
): Promise<Partial<Profile>> {
  return {
    ...(supportProfile !== undefined && {
      supportProfile: await chosenProfile(deps, id, supportProfile),
    }),
    ...(shareDutyNames !== undefined && { shareDutyNames: shareDutyNames === 'yes' }),
  }
}

/** A preset by its name, else a document that becomes the member's own. */
async function chosenProfile(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: Entity['id'],
  chosen: string,
): Promise<Profile['supportProfile']> {
  if (!(findSupportPreset(chosen) instanceof Refusal)) return { preset: chosen }
  if (!existsSync(chosen))
    throw new Trouble(EXIT.refused, `there is no preset and no file ${chosen}`)
  const document = readFileSync(chosen, 'utf8')
  const saved = granted(
    await saveSupportProfile(deps, member, document),
    'the support profile was not saved',
  )
  return { version: saved.version }
}

function parseProduct(text: string): Profile['products'][number] {
  const [code = '', ...name] = text.split('=')
  if (code === '' || name.length === 0)
    throw new Trouble(EXIT.usage, `--product ${text}: write it as code=name`)
  return { code, name: name.join('=') }
}

function parseContact(text: string): Profile['contacts'][number] {
  const [name = '', phone = '', email = ''] = text.split(';').map((part) => part.trim())
  if (name === '') throw new Trouble(EXIT.usage, `--contact ${text}: write it as name;phone;email`)
  return { name, ...(phone && { phone }), ...(email && { email }) }
}

function schemeOf(id: string): Profile['scheme'] {
  const preset = findPreset(id)
  if (preset instanceof Refusal)
    throw new Trouble(EXIT.refused, `there is no preset ${id}; the API lists them all`)
  return { id, version: preset.version }
}
