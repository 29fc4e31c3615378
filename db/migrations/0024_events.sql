-- The calendar: what goes on when and where, and who has a seat.

-- What an event can be is data: an info session, a club, a counselling day …
create table activities (
	id text primary key,
	position integer not null,
	names jsonb not null,
	form text not null check (form in ('local', 'remote', 'training')), -- under which it is counted
	minutes integer not null check (minutes between 5 and 1440),
	takes_registration boolean not null,
	walk_in_percent integer not null check (walk_in_percent between 0 and 100), -- of the capacity, for whoever just comes
	slot_minutes integer check (slot_minutes between 5 and 240),
	starter_hash text                     -- see services
);

-- Weeks in which nothing goes on: a school holiday, a renovation. Kept once, taken into many series.
create table breaks (
	id uuid primary key,
	organisation_id text not null references organisations,
	names jsonb not null,
	from_day date not null,
	to_day date not null check (to_day >= from_day)
);
create index breaks_of_organisation on breaks (organisation_id, from_day);

create table series (
	id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 60),
	organisation_id text not null references organisations,
	activity_id text not null references activities,
	partner_ids text[] not null default '{}', -- organisations with whom it is held
	names jsonb not null,
	summary jsonb not null,               -- in plain words: what one gets, what to bring
	languages text[] not null,            -- in which help is given there
	audience text not null check (audience in ('open', 'seniors', 'youth', 'associations', 'volunteers')),
	mode text not null check (mode in ('on-site', 'online', 'both')),
	place_id text references service_points,
	link text,                            -- where those online meet; shown when it is time
	rule jsonb not null,                  -- see events/series/rule.ts
	from_day date not null,
	until_day date check (until_day >= from_day),
	times integer check (times between 1 and 400),
	skip jsonb not null,
	starts time not null,                 -- by the wall clock of the zone
	minutes integer not null check (minutes between 5 and 1440),
	zone text not null default 'Europe/Helsinki',
	takes_registration boolean not null,
	capacity integer check (capacity between 1 and 5000),
	walk_in integer not null default 0 check (walk_in >= 0), -- seats of the capacity for whoever just comes
	slot_minutes integer check (slot_minutes between 5 and 240),
	project_id text references projects,
	plan_line text,
	state text not null check (state in ('draft', 'public', 'ended')),
	previous_id text references series,   -- of which this is the rest
	revision integer not null default 1,  -- of two who save at once the second is told
	changed_at timestamptz not null,
	check (capacity is null or walk_in <= capacity)
);
create index series_of_organisation on series (organisation_id, from_day);

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
