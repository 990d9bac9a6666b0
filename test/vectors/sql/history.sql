select event_id, author, incarnation, seq, type, token, depth, at, verdict from case_event
    where member_id = $1 and case_id = $2 and depth is not null order by depth, author, incarnation, seq, event_id
