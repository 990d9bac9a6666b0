// Opening a case, and engaging others in it in the same step (needs N5, N16): one opening event, our number and severity, one
// invitation each. In: what the engineer or system wrote; out: a receipt, or the refusal of the first thing that cannot be.
import { admitOpening, prepareOpening } from '../../core/cases/admit.ts'
import type { CaseCommand, Json, Problem } from '../../core/cases/command.ts'
import { decideOpening } from '../../core/cases/decide.ts'
import { RULES } from '../../core/cases/integrity.ts'
import { caseIdOf } from '../../core/kernel/id.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { secondsOf } from '../../core/kernel/instant.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { Deps } from '../ports.ts'
import { afterCommit } from './act-on-case.ts'
import { resolveSeverity } from './resolve-severity.ts'
import type { SeverityInput } from './resolve-severity.ts'
import { followUpAt } from './follow-up-at.ts'
import { keptAnswer } from './receipt.ts'
import type { Receipt, WriteOptions } from './receipt.ts'
import { invitation } from './request-engagement.ts'
import type { EngagementInput } from './request-engagement.ts'
import { orSelf, ownLeaf, ownRow, sealCommands, textRows } from './seal-step.ts'
import type { Sealed } from './seal-step.ts'
import type { SentReport } from './send-level.ts'

export type OpenCaseInput = {
  readonly problem: Problem
  readonly test: boolean
  readonly batonSilence: number | null
  readonly caseNumber: string | null
  readonly severity: SeverityInput | null
  readonly engagements: readonly EngagementInput[]
  readonly continues?: CaseId | null
}

/** Opens a case for a member. Refusals name the field at fault, as `engagements.1.partner`. */
export async function openCase(
  deps: Deps,
  member: MemberId,
  input: OpenCaseInput,
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const said = await commandsOf(deps, member, input)
  if (said instanceof Refusal) return said
  const { commands, sent } = said
  const at = deps.clock.now()
  const opened = await sealOpening(deps, member, input, at)
  if (opened instanceof Refusal) return opened
  const sealed = await sealCommands(
    deps,
    {
      member,
      at,
      placed: true,
      replica: { state: opened.state, history: null },
      loadHistory: async () => null,
      inviters: [],
    },
    commands,
  )
  if (sealed instanceof Refusal) return ofSeverity(sealed)
  const caseId = opened.state.id
  const rows = [...opened.rows, ...sealed.rows]
  const receipt: Receipt = {
    caseId,
    version: 1,
    events: rows.map(({ event }) => ({ id: event.id, type: event.type })),
    ...(sent.length === 0 ? {} : { sent }),
  }
  const commit = {
    member,
    caseId,
    expected: null,
    stage: 'shared' as const,
    state: sealed.state,
    bundle: null,
    at,
    followUpAt: followUpAt(sealed.state, member, at, null),
    events: rows,
    placed: [],
    texts: [...opened.texts, ...sealed.texts],
    overturned: [],
    deliveries: sealed.deliveries,
    leaves: [...opened.leaves, ...sealed.leaves],
    unparked: [],
    wanted: null,
    localNotes: [],
    answer: keptAnswer(options, receipt),
  }
  if ((await deps.cases.commit(commit)) !== 'done')
    throw new Error('a case that was just named by its opening event is here already')
  await afterCommit(deps, commit)
  return receipt
}

/** Of the first severity the record tells the impact, and the first hand-off whom to reach, where nobody said it twice. */
function withSupport(
  { problem, engagements }: OpenCaseInput,
  severity: SeverityInput,
): SeverityInput {
  const impact = problem.texts.impact
  const contact = engagements.find((engagement) => engagement.contact)?.contact
  return {
    ...(typeof impact === 'string' ? { impact } : {}),
    ...(contact === undefined ? {} : { contact }),
    ...severity,
  }
}

/** What a severity lacks is named where it stands in the input. */
const ofSeverity = (refusal: Refusal): Refusal =>
  refusal.code === 'impact-missing' || refusal.code === 'contact-missing'
    ? new Refusal(refusal.code, refusal.detail, `severity.${refusal.field ?? ''}`)
    : refusal

async function commandsOf(
  deps: Deps,
  member: MemberId,
  input: OpenCaseInput,
): Promise<{ readonly commands: CaseCommand[]; readonly sent: readonly SentReport[] } | Refusal> {
  const commands: CaseCommand[] = []
  const sent: SentReport[] = []
  let level: SharedLevel | null = null
  if (input.caseNumber !== null)
    commands.push({ type: 'set-slot', key: 'case-number', value: input.caseNumber })
  if (input.severity) {
    const claim = await resolveSeverity(deps, member, withSupport(input, input.severity))
    if (claim instanceof Refusal) return claim
    commands.push({ type: 'claim-severity', ...claim })
    level = claim.level
  }
  for (const [index, engagement] of input.engagements.entries()) {
    const asked = await invitation(deps, member, engagement, {
      problem: input.problem.texts,
      level,
      notice: input.problem.kind === 'change',
      path: `engagements.${index}`,
    })
    if (asked instanceof Refusal) return asked
    const { sent: report, ...command } = asked
    commands.push({ type: 'request-engagement', ...command })
    sent.push(report)
  }
  return { commands, sent }
}

async function sealOpening(
  deps: Deps,
  member: MemberId,
  input: OpenCaseInput,
  at: Instant,
): Promise<Sealed | Refusal> {
  const continues = await continuedCase(deps, member, input.continues ?? null)
  if (continues instanceof Refusal) return continues
  const keys = await deps.members.keysOf(member, 'event')
  const usable = keys.filter((key) => key.state !== 'retired').map((key) => key.publicKey)
  const draft = decideOpening({
    rules: RULES,
    algs: ['ES256', 'Ed25519'],
    keys: usable,
    test: input.test,
    batonSilence: input.batonSilence,
    continues,
    problem: input.problem,
  })
  const made = await deps.signer.sealEvent(
    {
      author: member,
      audience: orSelf([...new Set(input.engagements.map((e) => e.partner))], member),
      iat: secondsOf(at),
      jti: deps.random.id(),
      caseId: null,
      incarnation: 0,
      seq: 1,
      prev: null,
      heads: [],
      type: draft.type,
      body: draft.body as Record<string, Json>,
      texts: draft.texts,
    },
    usable.map((key) => key.kid),
  )
  if (made instanceof Refusal) return made
  const prepared = prepareOpening(made.event)
  if (prepared instanceof Refusal) return prepared
  const { event } = prepared
  const place = { depth: event.depth, at: event.at, verdict: 'effect' as const }
  return {
    state: admitOpening({ ...event, caseId: caseIdOf(event.id) }),
    rows: [ownRow(made, place)],
    texts: textRows(made, draft),
    deliveries: [],
    leaves: [ownLeaf(made, 'effect')],
  }
}

/** A successor names the case it continues and the tips seen of it, which only a participant can (D13b). */
async function continuedCase(deps: Deps, member: MemberId, id: CaseId | null) {
  if (id === null) return null
  const stored = await deps.cases.loadCase(member, id, { fresh: true })
  if (!stored || stored.stage !== 'shared')
    return new Refusal('case-not-found', 'the case to continue is not shared by you', 'continues')
  return { case: id, heads: stored.state.heads.map((head) => head.id) }
}
