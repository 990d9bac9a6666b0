select event_id, case_id, depth from case_event
    where member_id = $1 and event_id = any($2::text[])
