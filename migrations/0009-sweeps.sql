-- What is swept by its age: deliveries of closed cases, what was refused, what waited for ancestors that never came.
create index outbox_message_delivered on outbox_message (delivered_at) where delivered_at is not null;
create index outbox_message_refused on outbox_message (queued_at) where refused is not null;
create index refused_event_by_time on refused_event (at);
create index parked_event_by_time on parked_event (parked_at);
