// The hot write: a whole group of commits, each with everything that changes with it, in one statement. A commit is guarded by
// the version of its case: `done` lists those that still stood where they were computed from, and every other part joins it,
// so that of the others nothing is written. Parts run in the order of `done`'s input, the same in every process.
import type { Statement } from '../database.ts'
import { asColumns } from '../record-set.ts'
import { COMMIT_SETS, FIRST_PARAMETER } from './commit-rows.ts'
import type { CommitSet } from './commit-rows.ts'

/** How long a message of the gravest severity waits at most while its partner does not answer (D19). */
export const GRAVE_RETRY = `interval '60 seconds'`

const given = (set: CommitSet): string =>
  asColumns(COMMIT_SETS[set].columns, FIRST_PARAMETER[set], set)

/** The rows of a set whose commit is done, with the commit's own columns as `done`. */
const ofDone = (set: CommitSet): string => `${given(set)} join done using (n)`

const PARTS: Readonly<Record<string, string>> = {
  step: `select * from ${given('step')}`,

  moved: `
    update case_view as v
    set version = v.version + 1, stage = s.stage, state = s.state, bundle = s.bundle,
      status = s.status, host = s.host, holder = s.holder, level = s.level,
      notice = s.notice, escalated = s.escalated, updated_at = s.at, follow_up_at = s.follow_up_at,
      clocks_at = s.clocks_at
    from step s
    where v.member_id = s.member_id and v.case_id = s.case_id and v.version = s.expected
    returning s.n, v.fenced`,

  begun: `
    insert into case_view (member_id, case_id, version, stage, state, bundle, status, host, holder,
      level, test, notice, escalated, opened_at, updated_at, follow_up_at, clocks_at)
    select member_id, case_id, 1, stage, state, bundle, status, host, holder,
      level, test, notice, escalated, opened_at, at, follow_up_at, clocks_at
    from step where expected is null order by member_id, case_id
    on conflict do nothing
    returning member_id, case_id`,

  done: `
    select s.n, s.member_id, s.case_id, s.at as done_at, m.fenced
    from step s join moved m on m.n = s.n
    union all
    select s.n, s.member_id, s.case_id, s.at, false
    from step s join begun b on b.member_id = s.member_id and b.case_id = s.case_id
    where s.expected is null`,

  event_kept: `
    insert into case_event (member_id, event_id, case_id, author, incarnation, seq, type, jti, alg,
      kid, token, token_hash, received_at, received_from, trust, depth, at, verdict)
    select member_id, event_id, case_id, author, incarnation, seq, type, jti, alg,
      kid, token, token_hash, done_at, received_from, trust, depth, at, verdict
    from ${ofDone('event')} order by n, i
    on conflict do nothing`,

  event_placed: `
    update case_event e set depth = p.depth, at = p.at, verdict = p.verdict
    from (select * from ${ofDone('placed')}) p
    where e.member_id = p.member_id and e.event_id = p.event_id and e.case_id = p.case_id
      and e.depth is null`,

  text_kept: `
    insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
    select member_id, case_id, event_id, slot, digest, readers, disclosure,
      to_tsvector('simple', words)
    from ${ofDone('text')}
    on conflict do nothing`,

  overturned_kept: `
    insert into overturned (member_id, case_id, register, before, after, decider, by, settled, at)
    select member_id, case_id, register, before, after, decider, by, settled, done_at
    from ${ofDone('overturned')} order by n, i`,

  sent: `select member_id, case_id, event_id, partner, grave, done_at, n, i from ${ofDone('delivery')}`,

  queued: `
    insert into outbox_message (member_id, case_id, event_id, partner, grave, queued_at)
    select member_id, case_id, event_id, partner, grave, done_at from sent order by n, i
    on conflict on constraint outbox_message_goes_to_a_partner_once do update
    set refused = null, refused_description = null, attempts = 0, queued_at = excluded.queued_at
    where outbox_message.refused is not null`,

  taking_part: `select member_id, participant, case_id, active, done_at from ${ofDone('member')}`,

  queue_begun: `
    insert into partner_queue (member_id, partner, next_at)
    select member_id, partner, min(done_at) from (
      select member_id, partner, done_at from sent
      union all
      select member_id, participant, done_at from taking_part where participant <> member_id) met
    where not exists (select from partner_queue q
      where q.member_id = met.member_id and q.partner = met.partner)
    group by member_id, partner order by member_id, partner
    on conflict do nothing`,

  queue_hurried: `
    update partner_queue q set next_at = d.at_latest
    from (select member_id, partner, min(done_at) + ${GRAVE_RETRY} as at_latest
      from sent where grave group by member_id, partner) d
    where q.member_id = d.member_id and q.partner = d.partner and q.next_at > d.at_latest`,

  leaf_kept: `
    insert into audit_leaf (member_id, kind, case_id, event_id, token_hash, direction, partner,
      verdict, at)
    select done.member_id, kind, leaf.case_id, event_id, token_hash, direction, partner, verdict,
      done_at
    from ${ofDone('leaf')} order by n, i`,

  unparked: `
    delete from parked_event p using (select * from ${ofDone('unparked')}) u
    where p.member_id = u.member_id and p.event_id = u.event_id`,

  wanted: `
    insert into repair_request (member_id, case_id, partner, wanted, next_at)
    select member_id, case_id, partner, ids, done_at
    from ${ofDone('wanted')} order by member_id, case_id, partner
    on conflict on constraint repair_request_is_one_for_a_case_and_partner do update
    set wanted = array(select distinct unnest(repair_request.wanted || excluded.wanted)),
      again = repair_request.lease is not null`,

  note_kept: `
    insert into local_note (member_id, case_id, note_id, author, text, at)
    select member_id, case_id, note_id, author, text, at from ${ofDone('note')} order by n, i`,

  answer_kept: `
    insert into idempotency_key (client, key, request_hash, status, body, at)
    select client, key, request_hash, status, body, done_at from ${ofDone('answer')}`,

  member_listed: `
    insert into case_member (member_id, participant, case_id, active)
    select member_id, participant, case_id, active from taking_part
    on conflict on constraint case_member_is_named_once_in_a_case do update
    set active = excluded.active where case_member.active <> excluded.active`,

  number_dropped: `
    delete from case_number c using (select * from ${ofDone('number')} where number is null) g
    where c.member_id = g.member_id and c.case_id = g.case_id and c.owner = g.owner`,

  number_listed: `
    insert into case_number (member_id, case_id, owner, number)
    select member_id, case_id, owner, number from ${ofDone('number')} where number is not null
    on conflict on constraint case_number_is_one_for_each_owner do update
    set number = excluded.number where case_number.number <> excluded.number`,
}

const PLAIN_PARTS = ['step', 'moved', 'begun', 'done', 'event_kept', 'text_kept', 'leaf_kept']

const statementOf = (name: string, parts: readonly string[]): Statement => ({
  name,
  text: `with ${parts.map((part) => `${part} as (${PARTS[part]})`).join(',\n')}\nselect n, fenced from done`,
})

/** Parameters: the sets of `commit-rows.ts` in their order. Rows: the commits that were done, by their place in the group. */
export const COMMIT = statementOf('commit', Object.keys(PARTS))

/** The same for commits that touch nothing but case, events, texts and log, as a pushed note does: half as dear to begin. */
export const COMMIT_PLAIN = statementOf('commit-plain', PLAIN_PARTS)

export interface DoneRow {
  readonly n: number
  readonly fenced: boolean
}
