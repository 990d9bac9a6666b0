with step as (select * from (select n::integer as n, member_id, case_id, expected::integer as expected, stage, state::json as state, bundle::json as bundle, status, host, holder, level::smallint as level, test::boolean as test, notice::boolean as notice, escalated::boolean as escalated, opened_at::timestamptz as opened_at, at::timestamptz as at, follow_up_at::timestamptz as follow_up_at, clocks_at::timestamptz as clocks_at
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[]) as step(n, member_id, case_id, expected, stage, state, bundle, status, host, holder, level, test, notice, escalated, opened_at, at, follow_up_at, clocks_at)) as step),
moved as (
    update case_view as v
    set version = v.version + 1, stage = s.stage, state = s.state, bundle = s.bundle,
      status = s.status, host = s.host, holder = s.holder, level = s.level,
      notice = s.notice, escalated = s.escalated, updated_at = s.at, follow_up_at = s.follow_up_at,
      clocks_at = s.clocks_at
    from step s
    where v.member_id = s.member_id and v.case_id = s.case_id and v.version = s.expected
    returning s.n, v.fenced),
begun as (
    insert into case_view (member_id, case_id, version, stage, state, bundle, status, host, holder,
      level, test, notice, escalated, opened_at, updated_at, follow_up_at, clocks_at)
    select member_id, case_id, 1, stage, state, bundle, status, host, holder,
      level, test, notice, escalated, opened_at, at, follow_up_at, clocks_at
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
    from (select n::integer as n, i::integer as i, event_id, author, incarnation::bigint as incarnation, seq::bigint as seq, type, jti, alg, kid, token, token_hash, received_from, trust, depth::integer as depth, at::bigint as at, verdict
      from unnest($19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::text[], $27::text[], $28::text[], $29::text[], $30::text[], $31::text[], $32::text[], $33::text[], $34::text[], $35::text[]) as event(n, i, event_id, author, incarnation, seq, type, jti, alg, kid, token, token_hash, received_from, trust, depth, at, verdict)) as event join done using (n) order by n, i
    on conflict do nothing),
event_placed as (
    update case_event e set depth = p.depth, at = p.at, verdict = p.verdict
    from (select * from (select n::integer as n, event_id, depth::integer as depth, at::bigint as at, verdict
      from unnest($52::text[], $53::text[], $54::text[], $55::text[], $56::text[]) as placed(n, event_id, depth, at, verdict)) as placed join done using (n)) p
    where e.member_id = p.member_id and e.event_id = p.event_id and e.case_id = p.case_id
      and e.depth is null),
text_kept as (
    insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
    select member_id, case_id, event_id, slot, digest, readers, disclosure,
      to_tsvector('simple', words)
    from (select n::integer as n, event_id, slot, digest, readers::json as readers, disclosure, words
      from unnest($36::text[], $37::text[], $38::text[], $39::text[], $40::text[], $41::text[], $42::text[]) as text(n, event_id, slot, digest, readers, disclosure, words)) as text join done using (n)
    on conflict do nothing),
overturned_kept as (
    insert into overturned (member_id, case_id, register, before, after, decider, by, settled, at)
    select member_id, case_id, register, before, after, decider, by, settled, done_at
    from (select n::integer as n, i::integer as i, register, before, after, decider, by, settled::boolean as settled
      from unnest($57::text[], $58::text[], $59::text[], $60::text[], $61::text[], $62::text[], $63::text[], $64::text[]) as overturned(n, i, register, before, after, decider, by, settled)) as overturned join done using (n) order by n, i),
sent as (select member_id, case_id, event_id, partner, grave, done_at, n, i from (select n::integer as n, i::integer as i, partner, event_id, grave::boolean as grave
      from unnest($65::text[], $66::text[], $67::text[], $68::text[], $69::text[]) as delivery(n, i, partner, event_id, grave)) as delivery join done using (n)),
queued as (
    insert into outbox_message (member_id, case_id, event_id, partner, grave, queued_at)
    select member_id, case_id, event_id, partner, grave, done_at from sent order by n, i
    on conflict on constraint outbox_message_goes_to_a_partner_once do update
    set refused = null, refused_description = null, attempts = 0, queued_at = excluded.queued_at
    where outbox_message.refused is not null),
taking_part as (select member_id, participant, case_id, active, done_at from (select n::integer as n, participant, active::boolean as active
      from unnest($87::text[], $88::text[], $89::text[]) as member(n, participant, active)) as member join done using (n)),
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
    from (select n::integer as n, i::integer as i, kind, case_id, event_id, token_hash, direction, partner, verdict
      from unnest($43::text[], $44::text[], $45::text[], $46::text[], $47::text[], $48::text[], $49::text[], $50::text[], $51::text[]) as leaf(n, i, kind, case_id, event_id, token_hash, direction, partner, verdict)) as leaf join done using (n) order by n, i),
unparked as (
    delete from parked_event p using (select * from (select n::integer as n, event_id
      from unnest($70::text[], $71::text[]) as unparked(n, event_id)) as unparked join done using (n)) u
    where p.member_id = u.member_id and p.event_id = u.event_id),
wanted as (
    insert into repair_request (member_id, case_id, partner, wanted, next_at)
    select member_id, case_id, partner, ids, done_at
    from (select n::integer as n, partner, ids::text[] as ids
      from unnest($72::text[], $73::text[], $74::text[]) as wanted(n, partner, ids)) as wanted join done using (n) order by member_id, case_id, partner
    on conflict on constraint repair_request_is_one_for_a_case_and_partner do update
    set wanted = array(select distinct unnest(repair_request.wanted || excluded.wanted)),
      again = repair_request.lease is not null),
note_kept as (
    insert into local_note (member_id, case_id, note_id, author, text, at)
    select member_id, case_id, note_id, author, text, at from (select n::integer as n, i::integer as i, note_id, author, text, at::timestamptz as at
      from unnest($75::text[], $76::text[], $77::text[], $78::text[], $79::text[], $80::text[]) as note(n, i, note_id, author, text, at)) as note join done using (n) order by n, i),
answer_kept as (
    insert into idempotency_key (client, key, request_hash, status, body, at)
    select client, key, request_hash, status, body, done_at from (select n::integer as n, client, key, request_hash, status::smallint as status, body
      from unnest($81::text[], $82::text[], $83::text[], $84::text[], $85::text[], $86::text[]) as answer(n, client, key, request_hash, status, body)) as answer join done using (n)),
member_listed as (
    insert into case_member (member_id, participant, case_id, active)
    select member_id, participant, case_id, active from taking_part
    on conflict on constraint case_member_is_named_once_in_a_case do update
    set active = excluded.active where case_member.active <> excluded.active),
number_dropped as (
    delete from case_number c using (select * from (select n::integer as n, owner, number
      from unnest($90::text[], $91::text[], $92::text[]) as number(n, owner, number)) as number join done using (n) where number is null) g
    where c.member_id = g.member_id and c.case_id = g.case_id and c.owner = g.owner),
number_listed as (
    insert into case_number (member_id, case_id, owner, number)
    select member_id, case_id, owner, number from (select n::integer as n, owner, number
      from unnest($90::text[], $91::text[], $92::text[]) as number(n, owner, number)) as number join done using (n) where number is not null
    on conflict on constraint case_number_is_one_for_each_owner do update
    set number = excluded.number where case_number.number <> excluded.number)
select n, fenced from done
