// `entente member …`, the part about alliances: whom a member trusts, how it asks to be admitted, and how the operator decides.
import type { Command } from 'commander'
import type { MemberId } from '../../core/kernel/id.ts'
import { MemberId as MemberIdShape } from '../../core/kernel/id.ts'
import { admitMember, listMembers, suspendMember } from '../../flows/members/admit-member.ts'
import { requestAdmission } from '../../flows/members/request-admission.ts'
import { anchorKeysShown, trustAnchor } from '../../flows/members/trust-anchor.ts'
import { EXIT, granted, Trouble } from '../trouble.ts'
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

export function addAlliance(member: Command): void {
  command(
    member,
    'trust <member> <alliance> [keys...]',
    'Trust an alliance by the thumbprints of its keys; without them, show its keys to compare.',
    [
      'member trust basalt https://alliance.example',
      'member trust basalt https://alliance.example 8Uy…',
    ],
  ).action(trust)
  command(
    member,
    'request-admission <member> <alliance>',
    'Ask an alliance to vouch for a member. The alliance reads its configuration here meanwhile.',
    ['member request-admission basalt https://alliance.example'],
  ).action(request)
  command(
    member,
    'admit <alliance> <member>',
    'As operator of an alliance hosted here: vouch for a member.',
    ['member admit alliance https://basalt.example'],
  )
    .option('--read-keys-again', 'take the keys that it shows now, as after it lost its keys')
    .action(admit)
  command(
    member,
    'suspend <alliance> <member>',
    'As operator: vouch no more; within a day nobody starts anything new with it.',
    ['member suspend alliance https://basalt.example'],
  ).action(suspend)
  command(member, 'admissions <alliance>', 'As operator: who asked, who is admitted.', [
    'member admissions alliance',
  ]).action(admissions)
}

/** @throws Trouble */
export function memberId(text: string): MemberId {
  const id = MemberIdShape.safeParse(text)
  if (!id.success) throw new Trouble(EXIT.usage, `${text} is no identifier: it is an https address`)
  return id.data
}

async function trust(
  name: string,
  alliance: string,
  keys: readonly string[],
  options: Common,
): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const id = memberId(alliance)
    if (keys.length === 0) {
      const shown = granted(await anchorKeysShown(deps, id), 'the alliance was not read')
      const kids = shown.map(({ kid }) => kid)
      answer(options, { alliance: id, trusted: false, keys: kids }, [
        `${id} shows these keys; compare them with its operator by a second channel:`,
        ...kids.map((kid) => `  ${kid}`),
        `Then: entente member trust ${name} ${id} ${kids[0] ?? ''}`,
      ])
      return
    }
    const trusted = granted(
      await trustAnchor(deps, member, { id, thumbprints: keys }),
      'the alliance is not trusted',
    )
    const kids = trusted.map(({ kid }) => kid)
    answer(options, { alliance: id, trusted: true, keys: kids }, [
      `${name} trusts ${id} by ${kids.length} of its keys.`,
    ])
  })
}

async function request(name: string, alliance: string, options: Common): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, name, 'member')
    const asked = granted(
      await requestAdmission(deps, id, memberId(alliance)),
      `${alliance} did not take the request`,
    )
    answer(options, { member: id, alliance, ...asked }, [
      asked.status === 'admitted'
        ? `${alliance} vouches for ${id}.`
        : `${alliance} has the request (${asked.status}); its operator decides.`,
    ])
  })
}

async function admit(
  alliance: string,
  member: string,
  options: Common & { readonly readKeysAgain?: boolean },
): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, alliance, 'anchor')
    const { readKeysAgain = false } = options
    const admitted = granted(
      await admitMember(deps, id, memberId(member), { readKeysAgain }),
      `${member} was not admitted`,
    )
    answer(options, admitted, [`${alliance} vouches for ${admitted.name} (${admitted.member}).`])
  })
}

async function suspend(alliance: string, member: string, options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, alliance, 'anchor')
    const suspended = granted(
      await suspendMember(deps, id, memberId(member)),
      `${member} was not suspended`,
    )
    answer(options, suspended, [
      `${alliance} does not vouch for ${suspended.name} any more; its open cases go on, new engagements do not.`,
    ])
  })
}

async function admissions(alliance: string, options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, alliance, 'anchor')
    const all = await listMembers(deps, id)
    const rows = all.map((s) => [s.status, s.name, s.member, s.requestedAt, s.decidedAt ?? '-'])
    answer(options, all, table(['STATUS', 'NAME', 'MEMBER', 'ASKED', 'DECIDED'], rows))
  })
}
