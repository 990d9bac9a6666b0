select event_id, depth from case_event
    where member_id = $1 and case_id = $2 and event_id = any($3::text[]) and depth is not null
