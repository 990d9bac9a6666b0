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
text_kept as (
    insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
    select member_id, case_id, event_id, slot, digest, readers, disclosure,
      to_tsvector('simple', words)
    from (select n::integer as n, event_id, slot, digest, readers::json as readers, disclosure, words
      from unnest($36::text[], $37::text[], $38::text[], $39::text[], $40::text[], $41::text[], $42::text[]) as text(n, event_id, slot, digest, readers, disclosure, words)) as text join done using (n)
    on conflict do nothing),
leaf_kept as (
    insert into audit_leaf (member_id, kind, case_id, event_id, token_hash, direction, partner,
      verdict, at)
    select done.member_id, kind, leaf.case_id, event_id, token_hash, direction, partner, verdict,
      done_at
    from (select n::integer as n, i::integer as i, kind, case_id, event_id, token_hash, direction, partner, verdict
      from unnest($43::text[], $44::text[], $45::text[], $46::text[], $47::text[], $48::text[], $49::text[], $50::text[], $51::text[]) as leaf(n, i, kind, case_id, event_id, token_hash, direction, partner, verdict)) as leaf join done using (n) order by n, i)
select n, fenced from done
