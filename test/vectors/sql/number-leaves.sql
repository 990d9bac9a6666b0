with waiting as materialized (
      select entry, $3::bigint - 1 + row_number() over (order by entry) as number from (
        select entry from audit_leaf
        where member_id = $1 and number is null order by entry limit $2) first),
    numbered as (
      update audit_leaf l set number = w.number from waiting w
      where l.member_id = $1 and l.entry = w.entry
      returning 1)
    update audit_log set next = next + (select count(*) from numbered)
    where member_id = $1
    returning next
