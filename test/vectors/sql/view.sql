select version, stage, fenced, updated_at, follow_up_at,
      case when version <> $3::integer then state end as state,
      case when version <> $3::integer then bundle end as bundle
    from case_view where member_id = $1 and case_id = $2
