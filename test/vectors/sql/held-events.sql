select case_id, event_id, author, incarnation, seq, type, jti, kid, token,
  received_at, received_from, trust, arrival, depth, at, verdict from case_event
    where member_id = $1 and case_id = $2 and depth is null order by arrival
