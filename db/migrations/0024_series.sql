-- The calendar: what goes on, by which rule.

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
