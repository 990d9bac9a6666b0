select event_id, author, incarnation, seq, type, token, depth, at, verdict,
      (select version = $4::integer from case_view where member_id = $1 and case_id = $2) as current
    from case_event where member_id = $1 and case_id = $2 and depth > $3 order by depth, author, incarnation, seq, event_id
