with due as (
      select q.member_id, q.partner from partner_queue q
      where q.next_at <= $1::timestamptz and (q.lease_until is null or q.lease_until <= $1::timestamptz)
        and exists (select from outbox_message m
          where m.member_id = q.member_id and m.partner = q.partner and m.delivered_at is null and m.refused is null)
      order by q.next_at limit 1
      for update of q skip locked)
    update partner_queue q
    set lease = gen_random_uuid()::text,
      lease_until = $1::timestamptz + $2::double precision * interval '1 millisecond'
    from due where q.member_id = due.member_id and q.partner = due.partner
    returning q.member_id as member, q.partner, q.lease, q.failures, q.polled_at as "polledAt"
