// What flows ask of the world to tell our own people: where alerts rest, who seals secrets, who sends mail. Alerts are local: nothing here
// is ever shared.
import type { AlertCause, ClockStage } from '../core/alerts/cause.ts'
import type { Channel, MailChannel } from '../core/alerts/channel.ts'
import type { AlertSettings } from '../core/alerts/settings.ts'
import type { CaseId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Refusal } from '../core/kernel/refusal.ts'
import type { Page } from './case-ports.ts'
import type { Beside } from './member-ports.ts'

/** `waiting`: its time has not come. `unanswered`: all were told, nobody answered. `unreached`: nobody could be told. */
export type AlertWord = 'waiting' | 'telling' | 'acknowledged' | 'over' | 'unanswered' | 'unreached'

export type Alert = {
  readonly id: string
  readonly caseId: CaseId
  readonly cause: AlertCause
  readonly word: AlertWord
  readonly raisedAt: Instant
  /** Null when nothing is left to do. */
  readonly nextAt: Instant | null
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: Instant | null
  readonly overAt: Instant | null
}

export type AlertAct = 'tell' | 'acknowledge' | 'resolve'

export type Attempt = {
  readonly alert: string
  readonly step: number
  /** Empty where no channel reaches the person. */
  readonly channel: string
  readonly act: AlertAct
  readonly person: string | null
  readonly word: 'trying' | 'sent' | 'failed'
  readonly tries: number
  readonly error: string | null
  readonly at: Instant
  /** When it is tried again. */
  readonly nextAt: Instant | null
}

export type StoredChannel = {
  readonly id: string
  readonly version: number
  readonly channel: Channel
  /** Sealed; null: none. */
  readonly secret: string | null
}

export type StoredAlertSettings = { readonly version: number; readonly settings: AlertSettings }

export type ClaimedAlert = {
  readonly member: MemberId
  readonly alert: Alert
  readonly attempts: readonly Attempt[]
  readonly lease: string
}

export interface AlertStore {
  /** Takes the lease on a member whose log has grown beyond what was looked through; null when none has. */
  claimWatch(
    at: Instant,
    leaseMs: number,
  ): Promise<{ member: MemberId; number: number; lease: string } | null>
  settleWatch(member: MemberId, lease: string, number: number): Promise<void>
  /** Open critical cases, of which no alert says it yet, with a partner for which messages wait since before `since`. */
  casesCutOff(since: Instant, limit: number): Promise<{ member: MemberId; caseId: CaseId }[]>

  /** Stages at which clocks of ours stand in a case. */
  stagesOf(member: MemberId, caseId: CaseId): Promise<readonly ClockStage[]>
  /** Cases with such stages, reached after `since`, of which no alert says it yet. */
  casesLate(since: Instant, limit: number): Promise<{ member: MemberId; caseId: CaseId }[]>

  /** Adds those whose cause is new. */
  raise(
    member: MemberId,
    caseId: CaseId,
    causes: readonly { readonly id: string; readonly cause: AlertCause }[],
    at: Instant,
  ): Promise<void>
  /** Something happened in the case: those of its alerts that are not over are due now. */
  touch(member: MemberId, caseId: CaseId, at: Instant): Promise<void>
  /** Takes the lease on an alert that is due. */
  claim(at: Instant, leaseMs: number): Promise<ClaimedAlert | null>
  /** Writes attempts while the lease is held; false when it is not any more. */
  keepAttempts(
    member: MemberId,
    alert: string,
    lease: string,
    attempts: readonly Attempt[],
  ): Promise<boolean>
  /** Lets go of an alert. What somebody acknowledged meanwhile stays acknowledged, and due. */
  settle(
    member: MemberId,
    alert: string,
    lease: string,
    settled: Pick<Alert, 'word' | 'nextAt' | 'overAt' | 'cause'>,
  ): Promise<void>
  /** Forgets an alert that nobody was told of; false when something happened to it meanwhile. */
  forget(member: MemberId, alert: string, lease: string): Promise<boolean>

  /** Null when there is none; the alert as it then stands. One that is over stays as it is. */
  acknowledge(member: MemberId, alert: string, by: string, beside: Beside): Promise<Alert | null>
  /** Those whose time has come, the latest first. */
  list(
    member: MemberId,
    filter: { readonly caseId?: CaseId; readonly word?: AlertWord },
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<Alert> | Refusal>
  find(member: MemberId, alert: string): Promise<Alert | null>
  attemptsOf(member: MemberId, alerts: readonly string[]): Promise<Attempt[]>

  settingsOf(member: MemberId): Promise<StoredAlertSettings | null>
  saveSettings(
    member: MemberId,
    settings: AlertSettings,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
  channels(member: MemberId): Promise<StoredChannel[]>
  findChannel(member: MemberId, id: string): Promise<StoredChannel | null>
  saveChannel(
    member: MemberId,
    channel: Omit<StoredChannel, 'version'>,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
  removeChannel(
    member: MemberId,
    id: string,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
  /** All of them or none; one that was changed meanwhile is left to its changer. */
  resealSecrets(
    reseal: (of: { member: MemberId; name: string; sealed: string }) => Promise<string>,
  ): Promise<number>
}

/** Seals what must stay secret at rest under the newest master key; bound to its member and name. */
export interface Sealer {
  sealSecret(member: MemberId, name: string, secret: string): Promise<string>
  openSecret(member: MemberId, name: string, sealed: string): Promise<string>
  resealSecret(member: MemberId, name: string, sealed: string): Promise<string>
}

export type Mail = {
  readonly server: Pick<MailChannel, 'host' | 'port' | 'security' | 'user'>
  readonly password: string | null
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for a mail that is sent again. */
  readonly messageId: string
}

/** Why something did not go out, and whether to try again. */
export type SendFault = { readonly error: string; readonly again: boolean }

/** Null: the server took it. */
export interface Mailer {
  send(mail: Mail): Promise<SendFault | null>
}
