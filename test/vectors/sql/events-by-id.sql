select case_id, event_id, author, incarnation, seq, type, jti, kid, token,
  received_at, received_from, trust, arrival, depth, at, verdict from case_event
    where member_id = $1 and event_id = any($2::text[]) order by arrival
