-- The dates of the calendar, each a row of its own.

create table occurrences (
	id uuid primary key,
	series_id text not null references series,
	original_day date not null,           -- by which the world knows it; never changes
	day date not null,
	starts time not null,
	minutes integer not null check (minutes between 5 and 1440),
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	mode text not null check (mode in ('on-site', 'online', 'both')),
	place_id text references service_points,
	link text,
	capacity integer check (capacity between 1 and 5000),
	walk_in integer not null check (walk_in >= 0),
	slot_minutes integer check (slot_minutes between 5 and 240),
	names jsonb,                          -- only where they differ from the series
	notice jsonb,                         -- what is different this time, in words
	planned jsonb not null,               -- day, starts, minutes, mode and place as they were planned
	state text not null check (state in ('planned', 'held', 'cancelled', 'replaced')),
	cause text check (cause in ('venue-refused', 'epidemic', 'partner-moved', 'staff', 'demand', 'weather', 'other')),
	reason jsonb,                         -- the same in words
	replaced_by uuid references occurrences,
	replaced_by_line text,                -- a line of the plan
	detached boolean not null default false, -- changed on its own: the series writes it no more
	is_full boolean not null default false,  -- nobody who asks now gets a seat; kept by the registrations
	last_turn integer not null default 0, -- of its registrations, given under the row lock
	sequence integer not null default 0,  -- of its changes, for calendars that subscribe
	changed_at timestamptz not null,
	unique (series_id, original_day),
	check ((state in ('cancelled', 'replaced')) = (cause is not null)),
	check (state = 'replaced' or num_nonnulls(replaced_by, replaced_by_line) = 0)
);
create index occurrences_by_time on occurrences (starts_at);
create index occurrences_of_place on occurrences (place_id, day);
