-- A date that is held in another form than was planned has its cause as a code, too.
alter table occurrences drop constraint occurrences_check1;
alter table occurrences add constraint occurrences_cause check (state not in ('cancelled', 'replaced') or cause is not null);

-- Forms that nobody ever sent go after a day.
create index registrations_never_sent on registrations (changed_at) where filled_at is null;

-- The address of a series is `/events/…` and `/staff/events/…`: these are pages there.
alter table series add constraint series_is_no_page check (id not in ('month', 'new', 'share', 'export', 'breaks', 'people',
	'close', 'tally', 'materials'));
