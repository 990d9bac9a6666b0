select t.case_id, t.event_id, t.disclosure
    from unnest($2::text[], $3::text[]) as asked(case_id, event_id)
    join case_text t on t.member_id = $1 and t.case_id = asked.case_id
      and t.event_id = asked.event_id and t.slot = 'summary'
