with recursive waiting as (
      (select member_id from audit_leaf where number is null order by member_id limit 1)
      union all
      select (select l.member_id from audit_leaf l
        where l.number is null and l.member_id > w.member_id order by l.member_id limit 1)
      from waiting w where w.member_id is not null)
    select member_id as member from waiting where member_id is not null limit $1
