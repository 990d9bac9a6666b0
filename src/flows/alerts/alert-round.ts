// One round of work on one alert while its lease is held: the attempts so far, those that are due, what became of them. An attempt is written
// before it is sent, so that whoever takes over after a crash sends it again at most once more, under the same key; and settled after.
import { isPager } from '../../core/alerts/channel.ts'
import type { AlertCause } from '../../core/alerts/cause.ts'
import type { PagerNotice } from '../../core/alerts/pager.ts'
import { answerMillis, type AlertSettings } from '../../core/alerts/settings.ts'
import { filled } from '../../core/alerts/template.ts'
import { valuesOf } from '../../core/alerts/words.ts'
import { referenceOf } from '../../core/cases/reference.ts'
import { type Instant, plusMillis } from '../../core/kernel/instant.ts'
import type { AlertAct, Attempt, ClaimedAlert, SendFault, StoredChannel } from '../alert-ports.ts'
import type { StoredPerson } from '../duty-ports.ts'
import type { AlertDeps } from './alert-deps.ts'
import { carries, sendBy } from './send-by.ts'

/** Longer than every channel together may take. */
export const LEASE_MS = 120_000
const MAX_TRIES = 3
const RETRY_MS = 20_000
/** Thrown when another process holds the alert by now; nothing more is done here. */
export class LeaseLost extends Error {}

export type RoundParts = {
  readonly claimed: ClaimedAlert
  readonly cause: AlertCause
  readonly settings: AlertSettings
  readonly channels: readonly StoredChannel[]
  readonly people: readonly StoredPerson[]
  readonly partnerName: string | null
}

export class AlertRound {
  readonly #deps: AlertDeps
  readonly #parts: RoundParts
  #attempts: readonly Attempt[]

  constructor(deps: AlertDeps, parts: RoundParts) {
    this.#deps = deps
    this.#parts = parts
    this.#attempts = parts.claimed.attempts
  }

  get attempts(): readonly Attempt[] {
    return this.#attempts
  }

  get channels(): readonly StoredChannel[] {
    return this.#parts.channels
  }

  /** When the next of the attempts under way is tried again. */
  nextTry(act: AlertAct): Instant | null {
    const waiting = this.#attempts.flatMap(({ act: a, word, nextAt }) =>
      a === act && word === 'trying' && nextAt !== null ? [nextAt] : [],
    )
    return waiting.toSorted()[0] ?? null
  }

  /** Tells one person, or with null a team, by every channel that is for it and carries it; says so where there is none. */
  async tell(step: number, person: string | null): Promise<void> {
    const email = this.#emailOf(person)
    const by = this.#parts.channels.filter(
      ({ channel }) => this.isFor(channel) && carries(channel, { act: 'tell', email }),
    )
    const at = this.#deps.clock.now()
    if (by.length === 0)
      await this.#keep([
        {
          ...this.#attempt('tell', step, '', person, at),
          word: 'failed',
          error: 'no channel reaches this person',
        },
      ])
    else await this.#send(by.map(({ id }) => this.#attempt('tell', step, id, person, at)))
  }

  isFor(channel: StoredChannel['channel']): boolean {
    const { level, pages } = this.#parts.cause
    return channel.enabled && level <= channel.mildest && (pages || !isPager(channel))
  }

  /** Passes an end on to the pagers that were told, each once. */
  async passOn(act: 'acknowledge' | 'resolve'): Promise<void> {
    const at = this.#deps.clock.now()
    const told = this.#attempts.filter(({ act: a, word }) => a === 'tell' && word === 'sent')
    const heard = new Set(this.#attempts.flatMap((a) => (a.act === act ? [a.channel] : [])))
    const pagers = this.#parts.channels.filter(
      ({ id, channel }) =>
        isPager(channel) && !heard.has(id) && told.some((attempt) => attempt.channel === id),
    )
    if (pagers.length > 0)
      await this.#send(pagers.map(({ id }) => this.#attempt(act, 0, id, null, at)))
  }

  /** Sends again what failed and is due. */
  async retry(act: AlertAct): Promise<void> {
    const at = this.#deps.clock.now()
    const due = this.#attempts.filter(
      ({ act: a, word, nextAt }) =>
        a === act && word === 'trying' && nextAt !== null && nextAt <= at,
    )
    if (due.length > 0) await this.#send(due)
  }

  #attempt(
    act: AlertAct,
    step: number,
    channel: string,
    person: string | null,
    at: Instant,
  ): Attempt {
    const { id: alert } = this.#parts.claimed.alert
    const fresh = { word: 'trying', tries: 0, error: null, nextAt: null } as const
    return { alert, step, channel, act, person, at, ...fresh }
  }

  async #send(attempts: readonly Attempt[]): Promise<void> {
    const now = this.#deps.clock.now()
    const begun = attempts.map((attempt) => ({
      ...attempt,
      tries: attempt.tries + 1,
      nextAt: plusMillis(now, LEASE_MS),
    }))
    await this.#keep(begun)
    await this.#keep(
      await Promise.all(begun.map(async (a) => this.#settled(a, await this.#sent(a)))),
    )
  }

  #settled(attempt: Attempt, fault: SendFault | null): Attempt {
    if (fault === null) return { ...attempt, word: 'sent', error: null, nextAt: null }
    const { error, again } = fault
    if (!again || attempt.tries >= MAX_TRIES)
      return { ...attempt, word: 'failed', error, nextAt: null }
    const nextAt = plusMillis(this.#deps.clock.now(), RETRY_MS * attempt.tries)
    return { ...attempt, error, nextAt }
  }

  async #sent(attempt: Attempt): Promise<SendFault | null> {
    const stored = this.#parts.channels.find(({ id }) => id === attempt.channel)
    if (stored === undefined) return { error: 'the channel is gone', again: false }
    const sending = {
      act: attempt.act,
      notice: this.#noticeFor(attempt),
      email: this.#emailOf(attempt.person),
    }
    return sendBy(this.#deps, this.#parts.claimed.member, stored, sending)
  }

  #noticeFor({ step, person, at }: Attempt): PagerNotice {
    const { claimed, cause, settings, partnerName, people } = this.#parts
    const { alert, member } = claimed
    const base = this.#deps.site.publicUrl.replace(/\/$/, '')
    const link = `${base}/console/cases/${alert.caseId}`
    const values = valuesOf(cause, {
      reference: referenceOf(alert.caseId),
      link,
      minutes: answerMillis(settings, cause.level) / 60_000,
      partner: partnerName,
      person: people.find(({ id }) => id === person)?.person.name ?? null,
    })
    const { case: reference, product, partner, due, person: name } = values
    return {
      alert: alert.id,
      step,
      at,
      level: cause.level,
      summary: filled(settings.subject, values),
      text: filled(settings.text, values),
      link,
      source: member,
      details: { kind: cause.kind, case: reference, product, partner, due, person: name },
    }
  }

  #emailOf(person: string | null): string | null {
    return this.#parts.people.find(({ id }) => id === person)?.person.email ?? null
  }

  async #keep(attempts: readonly Attempt[]): Promise<void> {
    const { member, alert, lease } = this.#parts.claimed
    const held = await this.#deps.alerts.keepAttempts(member, alert.id, lease, attempts)
    if (!held) throw new LeaseLost()
    const others = this.#attempts.filter((old) => !attempts.some((one) => same(one, old)))
    this.#attempts = [...others, ...attempts]
  }
}

const same = (a: Attempt, b: Attempt): boolean =>
  a.step === b.step && a.channel === b.channel && a.act === b.act
