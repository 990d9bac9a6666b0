// `entente fence …`: what waits behind a fence after a restore, and going on when no partner is left to ask.
import type { Command } from 'commander'
import { referenceOf } from '../../core/cases/reference.ts'
import { CaseId } from '../../core/kernel/id.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { forceFence } from '../../flows/cases/force-fence.ts'
import type { GatewayDeps } from '../compose.ts'
import { EXIT, Trouble } from '../trouble.ts'
import { answer, command, type Common, hosted, settings, table, withGateway } from './kit.ts'

type ForceOptions = Common & {
  readonly reason: string
  readonly case?: readonly string[]
  readonly all?: boolean
  readonly yes?: boolean
}

const PAGE = 200
const MAX_REASON = 2_000

export function addFence(program: Command): void {
  const fence = program
    .command('fence')
    .description('Cases in which nothing is signed after a restore until a partner confirmed it.')
  command(fence, 'list <member>', 'Cases of a member behind a fence.', [
    'fence list basalt',
  ]).action(list)
  command(
    fence,
    'force <member>',
    'Go on although nobody confirmed: only where every partner of the case is gone for good.',
    [
      'fence force basalt --case k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM --reason "Cedar closed down" --yes',
      'fence force basalt --all --reason "Cedar closed down" --yes',
    ],
  )
    .requiredOption('--reason <text>', 'why; everybody in the case reads it')
    .option('--case <id>', 'one case; repeatable', (value, before: readonly string[] = []) => [
      ...before,
      value,
    ])
    .option('--all', 'every case behind a fence')
    .option(
      '--yes',
      'confirmed: what was lost is lost, and what was written since may lose against it',
    )
    .action(force)
}

async function list(name: string, options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, name, 'member')
    const cases = (await fencedOf(deps, id)).map((caseId) => ({
      caseId,
      reference: referenceOf(caseId),
    }))
    const rows = cases.map(({ caseId, reference }) => [reference, caseId])
    answer(options, cases, cases.length === 0 ? ['No fence stands.'] : table(['CASE', 'ID'], rows))
  })
}

async function force(name: string, options: ForceOptions): Promise<void> {
  const reason = options.reason.trim()
  if (
    reason === '' ||
    reason.length > MAX_REASON ||
    !reason.isWellFormed() ||
    /\p{Cc}/u.test(reason)
  )
    throw new Trouble(
      EXIT.usage,
      `--reason is a line of 1 to ${MAX_REASON} characters without control characters`,
    )
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id } = await hosted(deps, name, 'member')
    const wanted = await casesOf(deps, id, options)
    if (options.yes !== true)
      throw new Trouble(
        EXIT.usage,
        `${name} would go on in ${wanted.length} cases under a new incarnation, for all participants to see; if an event that was lost turns up and others built on it, what was written since has no effect. Call the partners first, then add --yes`,
      )
    const done = await Promise.all(
      wanted.map(async (caseId) => {
        const forced = await forceFence(deps, id, caseId, reason)
        return forced instanceof Refusal
          ? { caseId, forced: false, refused: forced.code }
          : { caseId, forced: true, refused: null }
      }),
    )
    const lines = done.map(({ caseId, refused }) =>
      refused === null ? `${caseId}  goes on` : `${caseId}  ${refused}`,
    )
    answer(options, done, lines.length === 0 ? ['No fence stands.'] : lines)
    if (done.some(({ forced }) => !forced)) process.exitCode = EXIT.refused
  })
}

async function casesOf(
  deps: GatewayDeps,
  member: MemberId,
  { all = false, case: named = [] }: ForceOptions,
): Promise<readonly CaseId[]> {
  if (all === named.length > 0) throw new Trouble(EXIT.usage, 'give either --case <id> or --all')
  if (all) return fencedOf(deps, member)
  return named.map((text) => {
    const id = CaseId.safeParse(text)
    if (!id.success) throw new Trouble(EXIT.usage, `${text} is no id of a case`)
    return id.data
  })
}

async function fencedOf({ cases }: GatewayDeps, member: MemberId): Promise<CaseId[]> {
  const all: CaseId[] = []
  for (let after: CaseId | null = null; ; after = all.at(-1) ?? null) {
    const page = await cases.fencedCases(member, { after, limit: PAGE })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}
