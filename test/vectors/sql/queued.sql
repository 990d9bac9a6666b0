with waiting as materialized (
      select m.event_id, m.case_id, m.place, m.attempts from outbox_message m
      where m.member_id = $1 and m.partner = $2 and m.delivered_at is null and m.refused is null
      order by m.place limit $3),
    sized as (
      select w.*, e.jti, e.token,
        row_number() over (partition by e.jti order by w.place) as same_jti,
        sum(octet_length(e.token)) over (order by w.place) as so_far,
        row_number() over (order by w.place) as nth
      from waiting w join case_event e on e.member_id = $1 and e.event_id = w.event_id)
    select event_id as event, case_id as "caseId", jti, token, attempts from sized
    where same_jti = 1 and (so_far <= $4 or nth = 1) order by place
