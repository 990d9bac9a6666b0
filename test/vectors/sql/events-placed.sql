select case_id, event_id, author, incarnation, seq, type, jti, kid, token,
  received_at, received_from, trust, arrival, depth, at, verdict from case_event
      where member_id = $1 and case_id = $2 and depth is not null
        and (depth, author, incarnation, seq, event_id) > ($4::integer, $5::text, $6::bigint, $7::bigint, $8::text)
      order by depth asc, author asc, incarnation asc, seq asc, event_id asc limit $3
