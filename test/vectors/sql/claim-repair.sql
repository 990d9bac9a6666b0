with due as (
      select member_id, case_id, partner from repair_request
      where next_at <= $1::timestamptz and (lease_until is null or lease_until <= $1::timestamptz)
      order by next_at limit 1
      for update skip locked)
    update repair_request r
    set again = false, lease = gen_random_uuid()::text,
      lease_until = $1::timestamptz + $2::double precision * interval '1 millisecond'
    from due
    where r.member_id = due.member_id and r.case_id = due.case_id and r.partner = due.partner
    returning r.member_id as member, r.case_id as "caseId", r.partner, r.wanted, r.attempts, r.lease
