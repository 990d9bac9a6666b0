select number, kind, case_id, event_id, token_hash, direction, partner, verdict, at
    from audit_leaf where member_id = $1 and number > $2::bigint order by number limit $3
