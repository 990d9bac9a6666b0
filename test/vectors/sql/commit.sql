with step as (
    select *, coalesce(state, state_text::json) as new_state,
      coalesce(bundle, bundle_text::json) as new_bundle
    from json_to_recordset($1::json) as step(n integer, member_id text, case_id text, expected integer, stage text, state json, bundle json, state_text text, bundle_text text, status text, host text, holder text, level smallint, test boolean, opened_at timestamptz, at timestamptz, follow_up_at timestamptz)),
moved as (
    update case_view as v
    set version = v.version + 1, stage = s.stage, state = s.new_state, bundle = s.new_bundle,
      status = s.status, host = s.host, holder = s.holder, level = s.level,
      updated_at = s.at, follow_up_at = s.follow_up_at
    from step s
    where v.member_id = s.member_id and v.case_id = s.case_id and v.version = s.expected
    returning s.n, v.fenced),
begun as (
    insert into case_view (member_id, case_id, version, stage, state, bundle, status, host, holder,
      level, test, opened_at, updated_at, follow_up_at)
    select member_id, case_id, 1, stage, new_state, new_bundle, status, host, holder,
      level, test, opened_at, at, follow_up_at
    from step where expected is null order by member_id, case_id
    on conflict do nothing
    returning member_id, case_id),
done as (
    select s.n, s.member_id, s.case_id, s.at as done_at, m.fenced
    from step s join moved m on m.n = s.n
    union all
    select s.n, s.member_id, s.case_id, s.at, false
    from step s join begun b on b.member_id = s.member_id and b.case_id = s.case_id
    where s.expected is null),
event_kept as (
    insert into case_event (member_id, event_id, case_id, author, incarnation, seq, type, jti, alg,
      kid, token, token_hash, received_at, received_from, trust, depth, at, verdict)
    select member_id, event_id, case_id, author, incarnation, seq, type, jti, alg,
      kid, token, token_hash, done_at, received_from, trust, depth, at, verdict
    from json_to_recordset($2::json) as event(n integer, i integer, event_id text, author text, incarnation bigint, seq bigint, type text, jti text, alg text, kid text, token text, token_hash text, received_from text, trust text, depth integer, at bigint, verdict text) join done using (n) order by n, i
    on conflict do nothing),
event_placed as (
    update case_event e set depth = p.depth, at = p.at, verdict = p.verdict
    from (select * from json_to_recordset($3::json) as placed(n integer, event_id text, depth integer, at bigint, verdict text) join done using (n)) p
    where e.member_id = p.member_id and e.event_id = p.event_id and e.case_id = p.case_id
      and e.depth is null),
text_kept as (
    insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
    select member_id, case_id, event_id, slot, digest, readers, disclosure,
      to_tsvector('simple', words)
    from json_to_recordset($4::json) as text(n integer, event_id text, slot text, digest text, readers json, disclosure text, words text) join done using (n)
    on conflict do nothing),
overturned_kept as (
    insert into overturned (member_id, case_id, register, before, after, decider, by, settled, at)
    select member_id, case_id, register, before, after, decider, by, settled, done_at
    from json_to_recordset($5::json) as overturned(n integer, i integer, register text, before text, after text, decider text, by text, settled boolean) join done using (n) order by n, i),
sent as (select member_id, case_id, event_id, partner, grave, done_at, n, i from json_to_recordset($6::json) as delivery(n integer, i integer, partner text, event_id text, grave boolean) join done using (n)),
queued as (
    insert into outbox_message (member_id, case_id, event_id, partner, grave, queued_at)
    select member_id, case_id, event_id, partner, grave, done_at from sent order by n, i
    on conflict on constraint outbox_message_goes_to_a_partner_once do update
    set refused = null, refused_description = null, attempts = 0, queued_at = excluded.queued_at
    where outbox_message.refused is not null),
taking_part as (select member_id, participant, case_id, active, done_at from json_to_recordset($12::json) as member(n integer, participant text, active boolean) join done using (n)),
queue_begun as (
    insert into partner_queue (member_id, partner, next_at)
    select member_id, partner, min(done_at) from (
      select member_id, partner, done_at from sent
      union all
      select member_id, participant, done_at from taking_part where participant <> member_id) met
    where not exists (select from partner_queue q
      where q.member_id = met.member_id and q.partner = met.partner)
    group by member_id, partner order by member_id, partner
    on conflict do nothing),
queue_hurried as (
    update partner_queue q set next_at = d.at_latest
    from (select member_id, partner, min(done_at) + interval '60 seconds' as at_latest
      from sent where grave group by member_id, partner) d
    where q.member_id = d.member_id and q.partner = d.partner and q.next_at > d.at_latest),
leaf_kept as (
    insert into audit_leaf (member_id, kind, case_id, event_id, token_hash, direction, partner,
      verdict, at)
    select done.member_id, kind, leaf.case_id, event_id, token_hash, direction, partner, verdict,
      done_at
    from json_to_recordset($7::json) as leaf(n integer, i integer, kind text, case_id text, event_id text, token_hash text, direction text, partner text, verdict text) join done using (n) order by n, i),
unparked as (
    delete from parked_event p using (select * from json_to_recordset($8::json) as unparked(n integer, event_id text) join done using (n)) u
    where p.member_id = u.member_id and p.event_id = u.event_id),
wanted as (
    insert into repair_request (member_id, case_id, partner, wanted, next_at)
    select member_id, case_id, partner, ids, done_at
    from json_to_recordset($9::json) as wanted(n integer, partner text, ids text[]) join done using (n) order by member_id, case_id, partner
    on conflict on constraint repair_request_is_one_for_a_case_and_partner do update
    set wanted = array(select distinct unnest(repair_request.wanted || excluded.wanted)),
      again = repair_request.lease is not null),
note_kept as (
    insert into local_note (member_id, case_id, note_id, author, text, at)
    select member_id, case_id, note_id, author, text, at from json_to_recordset($10::json) as note(n integer, i integer, note_id text, author text, text text, at timestamptz) join done using (n) order by n, i),
answer_kept as (
    insert into idempotency_key (client, key, request_hash, status, body, at)
    select client, key, request_hash, status, body, done_at from json_to_recordset($11::json) as answer(n integer, client text, key text, request_hash text, status smallint, body text) join done using (n)),
member_listed as (
    insert into case_member (member_id, participant, case_id, active)
    select member_id, participant, case_id, active from taking_part
    on conflict on constraint case_member_is_named_once_in_a_case do update
    set active = excluded.active where case_member.active <> excluded.active),
number_dropped as (
    delete from case_number c using (select * from json_to_recordset($13::json) as number(n integer, owner text, number text) join done using (n) where number is null) g
    where c.member_id = g.member_id and c.case_id = g.case_id and c.owner = g.owner),
number_listed as (
    insert into case_number (member_id, case_id, owner, number)
    select member_id, case_id, owner, number from json_to_recordset($13::json) as number(n integer, owner text, number text) join done using (n) where number is not null
    on conflict on constraint case_number_is_one_for_each_owner do update
    set number = excluded.number where case_number.number <> excluded.number)
select n, fenced from done
