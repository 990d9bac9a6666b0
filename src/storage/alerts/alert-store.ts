// Alerts at rest, as `flows/alert-ports.ts` asks for them.
import type { AlertCause, ClockStage } from '../../core/alerts/cause.ts'
import type { AlertSettings } from '../../core/alerts/settings.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type {
  Alert,
  AlertStore,
  AlertWord,
  Attempt,
  ClaimedAlert,
  StoredAlertSettings,
  StoredChannel,
} from '../../flows/alert-ports.ts'
import type { Page } from '../../flows/case-ports.ts'
import type { Beside } from '../../flows/member-ports.ts'
import { withBeside } from '../beside.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { Database, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import * as settings from './alert-settings.ts'
import * as work from './alert-work.ts'

export class SqlAlertStore implements AlertStore {
  readonly #database: Database<Schema>

  constructor(database: Database<Schema>) {
    this.#database = database
  }

  claimWatch(at: Instant, leaseMs: number): ReturnType<AlertStore['claimWatch']> {
    return work.claimWatch(this.#database, at, leaseMs)
  }

  async settleWatch(member: MemberId, lease: string, number: number): Promise<void> {
    await this.#database.execute(work.SETTLE_WATCH, [member, lease, number])
  }

  casesCutOff(since: Instant, limit: number): ReturnType<AlertStore['casesCutOff']> {
    return this.#database.query(work.CASES_CUT_OFF, [since, limit])
  }

  stagesOf(member: MemberId, caseId: CaseId): Promise<ClockStage[]> {
    return this.#database.query<ClockStage>(work.STAGES, [member, caseId])
  }

  casesLate(since: Instant, limit: number): ReturnType<AlertStore['casesLate']> {
    return this.#database.query(work.CASES_LATE, [since, limit])
  }

  raise(
    member: MemberId,
    caseId: CaseId,
    causes: readonly { readonly id: string; readonly cause: AlertCause }[],
    at: Instant,
  ): Promise<void> {
    return work.raise(this.#database, member, caseId, causes, at)
  }

  async touch(member: MemberId, caseId: CaseId, at: Instant): Promise<void> {
    await this.#database.execute(work.HURRY, [member, caseId, at])
  }

  claim(at: Instant, leaseMs: number): Promise<ClaimedAlert | null> {
    return work.claim(this.#database, at, leaseMs)
  }

  keepAttempts(
    member: MemberId,
    alert: string,
    lease: string,
    attempts: readonly Attempt[],
  ): Promise<boolean> {
    return work.keepAttempts(this.#database, member, alert, lease, attempts)
  }

  settle(
    member: MemberId,
    alert: string,
    lease: string,
    settled: Parameters<AlertStore['settle']>[3],
  ): Promise<void> {
    return work.settle(this.#database, member, alert, lease, settled)
  }

  async forget(member: MemberId, alert: string, lease: string): Promise<boolean> {
    return (await this.#database.execute(work.FORGET_ALERT, [member, alert, lease])) > 0
  }

  async acknowledge(
    member: MemberId,
    alert: string,
    by: string,
    beside: Beside,
  ): Promise<Alert | null> {
    await withBeside(this.#database, member, beside, async (tx) => {
      const done = await tx.execute(
        `update alert set word = 'acknowledged', acknowledged_by = $3, acknowledged_at = $4::timestamptz,
           next_at = $4::timestamptz, touched = true
         where member_id = $1 and alert_id = $2 and word not in ('acknowledged', 'over')`,
        [member, alert, by, beside.at],
      )
      return done === 0 ? null : done
    })
    return this.find(member, alert)
  }

  async list(
    member: MemberId,
    { caseId, word }: { readonly caseId?: CaseId; readonly word?: AlertWord },
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<Alert> | Refusal> {
    const name = ['alerts', member, caseId ?? null, word ?? null]
    const position = await readCursor(name, after, ['int8'])
    if (position instanceof Refusal) return position
    let query = alerts(this.#database, member).where('word', '<>', 'waiting')
    if (caseId !== undefined) query = query.where('case_id', '=', caseId)
    if (word !== undefined) query = query.where('word', '=', word)
    if (position !== null) query = query.where('entry', '<', Number(position[0]))
    const rows = await query
      .select('entry')
      .orderBy('entry', 'desc')
      .limit(limit + 1)
      .execute()
    return pageOf(rows, limit, alertOf, ({ entry }) => makeCursor(name, [entry]))
  }

  async find(member: MemberId, alert: string): Promise<Alert | null> {
    const row = await alerts(this.#database, member)
      .where('alert_id', '=', alert)
      .executeTakeFirst()
    return row ?? null
  }

  attemptsOf(member: MemberId, ids: readonly string[]): Promise<Attempt[]> {
    return work.attemptsOf(this.#database, member, ids)
  }

  settingsOf(member: MemberId): Promise<StoredAlertSettings | null> {
    return settings.settingsOf(this.#database, member)
  }

  saveSettings(
    member: MemberId,
    value: AlertSettings,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'> {
    return settings.saveSettings(this.#database, member, value, expected, beside)
  }

  channels(member: MemberId): Promise<StoredChannel[]> {
    return settings.channels(this.#database, member)
  }

  findChannel(member: MemberId, id: string): Promise<StoredChannel | null> {
    return settings.findChannel(this.#database, member, id)
  }

  saveChannel(
    member: MemberId,
    channel: Omit<StoredChannel, 'version'>,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'> {
    return settings.saveChannel(this.#database, member, channel, expected, beside)
  }

  removeChannel(
    member: MemberId,
    id: string,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'> {
    return settings.removeChannel(this.#database, member, id, expected, beside)
  }

  resealSecrets(reseal: Parameters<AlertStore['resealSecrets']>[0]): Promise<number> {
    return settings.resealSecrets(this.#database, reseal)
  }
}

function alertOf<A extends { readonly entry: number }>(row: A): Omit<A, 'entry'> {
  const { entry, ...alert } = row
  void entry
  return alert
}

const alerts = ({ kysely }: TypedSql<Schema>, member: MemberId) =>
  kysely
    .selectFrom('alert')
    .select([
      'alert_id as id',
      'case_id as caseId',
      'cause',
      'word',
      'raised_at as raisedAt',
      'next_at as nextAt',
      'acknowledged_by as acknowledgedBy',
      'acknowledged_at as acknowledgedAt',
      'over_at as overAt',
    ])
    .where('member_id', '=', member)
