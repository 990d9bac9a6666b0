with due as (
      select member_id, case_id from case_view
      where follow_up_at <= $1::timestamptz order by follow_up_at limit $2
      for update skip locked)
    update case_view v set follow_up_at = $1::timestamptz + interval '30 seconds'
    from due where v.member_id = due.member_id and v.case_id = due.case_id
    returning v.member_id as member, v.case_id as "caseId"
