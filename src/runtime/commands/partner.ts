// `entente partner …`: who a member works with, how it came to trust them, and what was agreed.
import { type Command, Option } from 'commander'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { Agreement, defaultAgreement } from '../../core/members/agreement.ts'
import type { Partner } from '../../flows/member-ports.ts'
import { keysShownBy, pinPartner } from '../../flows/members/pin-partner.ts'
import { resolvePartner } from '../../flows/members/resolve-partner.ts'
import { searchPartners } from '../../flows/members/search-partners.ts'
import { saveAgreement } from '../../flows/settings/save-agreement.ts'
import type { GatewayDeps } from '../compose.ts'
import { EXIT, granted, Trouble } from '../trouble.ts'
import { memberId } from './alliance.ts'
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

type AgreeOptions = Common & {
  readonly mayEngage?: string
  readonly products?: string
  readonly upTo?: string
  readonly perHour?: string
  readonly perDay?: string
}

export function addPartner(program: Command): void {
  const partner = program.command('partner').description('Partners of a member hosted here.')
  command(
    partner,
    'pin <member> <partner> [keys...]',
    'Trust a partner without an alliance, by its keys; without them, show its keys to compare.',
    ['partner pin basalt https://fern.example', 'partner pin basalt https://fern.example 8Uy…'],
  ).action(pin)
  command(
    partner,
    'agree <member> <partner>',
    'Say what a partner may ask of a member; without options, show what holds.',
    ['partner agree basalt https://fern.example --products arr-9 --up-to 2 --per-hour 30'],
  )
    .addOption(
      new Option('--may-engage <word>', 'ask: a person answers each time').choices([
        'ask',
        'never',
      ]),
    )
    .option('--products <codes>', 'product codes with commas between, or all')
    .addOption(
      new Option('--up-to <level>', 'gravest shared level, 1 critical to 4 low').choices([
        '1',
        '2',
        '3',
        '4',
      ]),
    )
    .option('--per-hour <number>', 'engagements in an hour at most, or none')
    .option('--per-day <number>', 'engagements in a day at most, or none')
    .action(agree)
  command(partner, 'show <member> <partner>', 'Look a partner up at its own address, now.', [
    'partner show basalt https://fern.example',
  ]).action(show)
  command(partner, 'list <member> [words...]', 'Find partners by name, product or identifier.', [
    'partner list basalt linux',
  ]).action(list)
}

async function pin(
  name: string,
  id: string,
  keys: readonly string[],
  options: Common,
): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const partner = memberId(id)
    if (keys.length === 0) {
      const shown = granted(await keysShownBy(deps, partner), 'the partner was not read')
      answer(options, { partner, pinned: false, ...shown }, [
        `${id} signs with ${shown.signsWith}; compare it with the partner by a second channel.`,
        ...shown.others.map((kid) => `  it also shows ${kid}`),
        `Then: entente partner pin ${name} ${id} ${shown.signsWith}`,
      ])
      return
    }
    const pinned = granted(await pinPartner(deps, member, partner, keys), 'nothing was pinned')
    const { resolved } = pinned
    const trusted = !(resolved instanceof Refusal)
    answer(options, { partner, pinned: true, trusted }, [
      trusted
        ? `${resolved.partner.name} (${id}) is pinned and answers with that key.`
        : `${id} is pinned, but does not resolve by it yet: ${resolved.code}: ${resolved.detail}`,
    ])
    if (!trusted) process.exitCode = EXIT.refused
  })
}

async function agree(name: string, id: string, options: AgreeOptions): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const partner = memberId(id)
    const before = await deps.members.agreementWith(member, partner)
    const now = before?.agreement ?? defaultAgreement(partner)
    const wanted = Agreement.safeParse({ ...now, ...changed(options) })
    if (!wanted.success)
      throw new Trouble(EXIT.usage, `${wanted.error.issues[0]?.path.join('.')}: not allowed`)
    const isChange = JSON.stringify(wanted.data) !== JSON.stringify(now)
    const saved = isChange
      ? granted(
          await saveAgreement(deps, member, wanted.data, before?.version ?? 0),
          'the agreement was not saved',
        )
      : { agreement: now, version: before?.version ?? 0 }
    const { agreement: a, version } = saved
    const rate = [a.perHour && `${a.perHour} an hour`, a.perDay && `${a.perDay} a day`]
    answer(options, { ...a, version }, [
      `${id} ${a.mayEngage === 'ask' ? 'may ask, and a person answers' : 'may not ask'}${version === 0 ? ' (nothing was agreed; this is what holds then)' : ''}`,
      `  products  ${a.products === 'all' ? 'all' : a.products.join(', ') || 'none'}`,
      `  up to     shared level ${a.upTo}`,
      `  at most   ${rate.filter(Boolean).join(', ') || 'any number'}`,
    ])
  })
}

const rate = (text: string): number | null => (text === 'none' ? null : Number(text))

function changed({ mayEngage, products, upTo, perHour, perDay }: AgreeOptions): object {
  return {
    ...(mayEngage !== undefined && { mayEngage }),
    ...(products !== undefined && { products: products === 'all' ? 'all' : products.split(',') }),
    ...(upTo !== undefined && { upTo: Number(upTo) }),
    ...(perHour !== undefined && { perHour: rate(perHour) }),
    ...(perDay !== undefined && { perDay: rate(perDay) }),
  }
}

async function show(name: string, id: string, options: Common): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const found = granted(
      await resolvePartner(deps, member, memberId(id), { fresh: true }),
      'the partner was not resolved',
    )
    const { partner: p, footing } = found
    answer(options, { ...p, footing }, [
      `${p.name} (${p.id})`,
      `  trusted by     ${p.via === 'pin' ? 'pin' : (p.anchor ?? 'nothing')}`,
      `  standing       ${footing}, until ${p.expiresAt ?? '-'}`,
      `  event keys     ${found.eventKeys.map(({ kid }) => kid).join(', ')}`,
      `  products       ${p.metadata?.products?.map(({ code }) => code).join(', ') ?? '-'}`,
      `  support hours  ${p.metadata?.support_hours ?? '-'}`,
    ])
  })
}

async function list(name: string, words: readonly string[], options: Common): Promise<void> {
  await withServing(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const { items, listed, silent } = await allPartners(deps, member, words.join(' ') || null)
    const rows = [
      ...items.map((p) => [
        p.name,
        p.id,
        p.via ?? '-',
        p.suspended ? 'suspended' : (p.lastError ?? '-'),
      ]),
      ...listed.map(({ id }) => ['(not met yet)', id, 'anchor', '-']),
    ]
    answer(options, { items, listed, silent }, [
      ...table(['NAME', 'ID', 'VIA', 'TROUBLE'], rows),
      ...silent.map((anchor) => `The alliance ${anchor} did not answer; its list is left out.`),
    ])
  })
}

type Found = Exclude<Awaited<ReturnType<typeof searchPartners>>, Refusal>

async function allPartners(
  deps: GatewayDeps,
  member: MemberId,
  words: string | null,
): Promise<Pick<Found, 'listed' | 'silent'> & { readonly items: readonly Partner[] }> {
  const page = async (after: string | null): Promise<Found> =>
    granted(
      await searchPartners(deps, member, words, { after, limit: 100 }),
      'the partners were not listed',
    )
  const first = await page(null)
  const items = [...first.items]
  for (let { next } = first; next !== null;) {
    const more = await page(next)
    items.push(...more.items)
    next = more.next
  }
  return { items, listed: first.listed, silent: first.silent }
}
