select slot, depth, state from case_checkpoint
    where member_id = $1 and case_id = $2 and depth <= $3 order by slot desc limit 1
