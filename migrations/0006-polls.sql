-- Polls (RFC 8936). A member that partners cannot reach asks each of them for what waits there: one row a partner that is asked.
create table partner_poll (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  next_at timestamptz not null,
  failures integer not null default 0,
  failing_since timestamptz,
  last_error text,
  last_success_at timestamptz,
  lease text collate "C",
  lease_until timestamptz,
  constraint partner_poll_is_one_for_each_partner primary key (member_id, partner),
  constraint partner_poll_lease_has_an_end check ((lease is null) = (lease_until is null))
) with (fillfactor = 70);
create index partner_poll_by_time on partner_poll (next_at);

-- How a member takes events is part of what it says about itself.
update entity set profile = (profile::jsonb || '{"delivery": "push"}')::json;

-- When the partner last came by itself for what waits for it.
alter table partner_queue add column polled_at timestamptz;
