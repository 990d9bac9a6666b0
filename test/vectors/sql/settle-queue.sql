with settled as (
      update outbox_message m
      set delivered_at = case when s.delivered then $4::timestamptz end,
        refused = s.refused, refused_description = s.description,
        attempts = m.attempts + case when s.attempted then 1 else 0 end
      from json_to_recordset($3::json) as s(event_id text, delivered boolean, refused text, description text, attempted boolean)
      join case_event e on e.member_id = $1 and e.event_id = s.event_id
      where m.member_id = $1 and m.case_id = e.case_id and m.event_id = s.event_id
        and m.partner = $2 and m.delivered_at is null and m.refused is null)
    update partner_queue q
    set lease = case when $5::text is null then lease end,
      lease_until = case when $5::text is null then lease_until end,
      last_success_at = case when $7::text is null then $4::timestamptz else last_success_at end,
      last_error = case when $5::text is null then last_error else $7::text end,
      failing_since = case when $5::text is null then failing_since
        when $7::text is null then null else coalesce(failing_since, $4::timestamptz) end,
      failures = case when $5::text is null then failures
        when $7::text is null then 0 else failures + 1 end,
      next_at = case when $5::text is null then next_at
        when exists (select from outbox_message m
          where m.member_id = $1 and m.partner = $2 and m.delivered_at is null and m.refused is null and m.grave
            and m.event_id <> all (select event_id from json_to_recordset($3::json) as s(event_id text, delivered boolean, refused text, description text, attempted boolean)
              where delivered or refused is not null))
          then least($6::timestamptz, $4::timestamptz + interval '60 seconds')
        else $6::timestamptz end
    where member_id = $1 and partner = $2 and ($5::text is null or lease = $5::text)
