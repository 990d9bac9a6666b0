// Works on one alert that is due: tells the next one in turn, waits, or ends it. It ends when somebody acknowledges it, when its cause does not
// stand any more (whatever our side answered, or the case closed), or when everybody in turn was told. Who is in turn is asked anew at each step.
import { type AlertCause } from '../../core/alerts/cause.ts'
import { isPager } from '../../core/alerts/channel.ts'
import { nextAct, type Rung, rungsFor, type Step } from '../../core/alerts/ladder.ts'
import { type AlertSettings, answerMillis } from '../../core/alerts/settings.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Alert, Attempt, ClaimedAlert } from '../alert-ports.ts'
import { whoIsOnDuty } from '../duty/who-is-on-duty.ts'
import type { AlertDeps } from './alert-deps.ts'
import { AlertRound, LEASE_MS, LeaseLost } from './alert-round.ts'
import { standingCauses } from './standing-causes.ts'

type Settled = Pick<Alert, 'word' | 'nextAt' | 'overAt'>

/** @returns false when none is due */
export async function tellAlert(deps: AlertDeps): Promise<boolean> {
  const claimed = await deps.alerts.claim(deps.clock.now(), LEASE_MS)
  if (claimed === null) return false
  try {
    await work(deps, claimed)
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error
  }
  return true
}

async function work(deps: AlertDeps, claimed: ClaimedAlert): Promise<void> {
  const { member, alert, lease } = claimed
  const { causes, settings } = await standingCauses(deps, member, alert.caseId)
  const found = causes.find(({ key }) => key === alert.cause.key)
  const stands = found !== undefined && alert.word !== 'over'
  const wasTold = claimed.attempts.length > 0
  if (!stands && !wasTold && (await deps.alerts.forget(member, alert.id, lease))) return
  const cause = found ?? alert.cause
  const round = await roundFor(deps, claimed, cause, settings)
  const settled = stands
    ? await workStanding(deps, claimed, round, cause, settings)
    : await end(deps, round, alert)
  await deps.alerts.settle(member, alert.id, lease, { ...settled, cause })
}

async function roundFor(
  deps: AlertDeps,
  claimed: ClaimedAlert,
  cause: AlertCause,
  settings: AlertSettings,
): Promise<AlertRound> {
  const { member } = claimed
  const [channels, people, partner] = await Promise.all([
    deps.alerts.channels(member),
    deps.members.listPeople(member),
    cause.partner === null ? null : deps.members.findPartner(member, cause.partner),
  ])
  const partnerName = partner?.name ?? cause.partner
  return new AlertRound(deps, { claimed, cause, settings, channels, people, partnerName })
}

async function end(deps: AlertDeps, round: AlertRound, { overAt }: Alert): Promise<Settled> {
  await round.passOn('resolve')
  await round.retry('resolve')
  return { word: 'over', nextAt: round.nextTry('resolve'), overAt: overAt ?? deps.clock.now() }
}

async function workStanding(
  deps: AlertDeps,
  { member, alert }: ClaimedAlert,
  round: AlertRound,
  cause: AlertCause,
  settings: AlertSettings,
): Promise<Settled> {
  const { word } = alert
  if (word === 'acknowledged') {
    await round.passOn('acknowledge')
    await round.retry('acknowledge')
    return { word, nextAt: round.nextTry('acknowledge'), overAt: null }
  }
  if (word === 'unanswered' || word === 'unreached') return { word, nextAt: null, overAt: null }
  await round.retry('tell')
  return climb(deps, member, round, cause, settings)
}

/** Takes step after step until one waits for an answer: each names somebody new, so it ends. */
async function climb(
  deps: AlertDeps,
  member: MemberId,
  round: AlertRound,
  cause: AlertCause,
  settings: AlertSettings,
): Promise<Settled> {
  const at = deps.clock.now()
  const rungs = await rungsNow(deps, member, cause, at)
  const ladder = {
    level: cause.level,
    from: cause.from,
    rungs,
    answerMillis: answerMillis(settings, cause.level),
    hasTeam: round.channels.some(({ channel }) => isPager(channel) && round.isFor(channel)),
  }
  for (;;) {
    const steps = stepsOf(round.attempts)
    const next = nextAct({ ...ladder, steps }, at)
    if (next.do === 'tell') {
      await round.tell(next.step, next.person)
      continue
    }
    if (next.do === 'end') return { word: next.word, nextAt: null, overAt: null }
    const word = steps.length === 0 ? 'waiting' : 'telling'
    const [nextAt = next.until] = [next.until, round.nextTry('tell') ?? next.until].toSorted()
    return { word, nextAt, overAt: null }
  }
}

async function rungsNow(
  deps: AlertDeps,
  member: MemberId,
  { product, level, whom }: AlertCause,
  at: Instant,
): Promise<Rung[]> {
  const concern = { level, ...(product === null ? {} : { product }) }
  const { people } = await whoIsOnDuty(deps, member, at, concern)
  return rungsFor(people, whom)
}

/** The steps that were made, the first first. */
export function stepsOf(attempts: readonly Attempt[]): Step[] {
  const told = attempts.filter(({ act }) => act === 'tell')
  const numbers = [...new Set(told.map(({ step }) => step))].toSorted((a, b) => a - b)
  return numbers.flatMap((step) => {
    const made = told.filter((attempt) => attempt.step === step)
    const [first] = made.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    return first ? [{ step, person: first.person, at: first.at, word: wordOf(made) }] : []
  })
}

function wordOf(made: readonly Attempt[]): Step['word'] {
  if (made.some(({ word }) => word === 'sent')) return 'reached'
  return made.some(({ word }) => word === 'trying') ? 'trying' : 'lost'
}
