select event_id, slot, digest, readers, disclosure from case_text
    where member_id = $1 and case_id = $2 and event_id = any($3::text[])
    order by event_id, slot
