select event_id, author, incarnation, seq, type, token, depth, at, verdict from case_event
    where member_id = $1 and case_id = $2 and type = 'note-added' and verdict = 'effect'
      and (at, depth, event_id) < ($4::bigint, $5::bigint, $6::text)
    order by at desc, depth desc, event_id desc limit $3
