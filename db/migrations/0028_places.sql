-- Organisations and places as staff keep them, and what was agreed on with whom.

alter table organisations
	add column parent_id text references organisations,
	add column languages text[] not null default '{}', -- in which one can deal with it
	add column website text,
	add column kept_by text references organisations, -- who wrote it down and looks after it; null: the whole network
	add column revision integer not null default 1;   -- of two who save at once the second is told
-- The calendar says who holds what.
create trigger organisations_move_calendar after insert or update or delete on organisations
	for each statement execute function move_calendar();

alter table service_points
	add column kept_by text references organisations,
	add column checked_by uuid references accounts,   -- when, stands in the card
	add column revision integer not null default 1;
create index service_points_of_organisation on service_points (organisation_id);

-- A place for events, days of counselling, working together: asked for, and what came of it.
create table agreements (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	organisation_id text not null references organisations, -- who asks
	partner_id text not null references organisations,      -- who is asked
	place_id text references service_points,
	kind text not null check (kind in ('venue', 'counselling', 'network')),
	from_day date,
	to_day date check (to_day >= from_day),
	check (partner_id <> organisation_id)
);
create index agreements_of_organisation on agreements (organisation_id);

-- How it went, step by step. The last one says how it stands; none is ever changed.
create table agreement_steps (
	agreement_id uuid not null references agreements on delete cascade,
	number integer not null check (number > 0),
	state text not null check (state in ('asked', 'granted', 'refused', 'ended')),
	on_day date not null,                 -- when it was so, which is not when it was written down
	cause text check (cause in ('epidemic', 'house-rules', 'no-room', 'no-staff', 'moved', 'no-demand', 'term-over',
		'other')),
	reason jsonb,                         -- the same in words
	instead jsonb,                        -- what came in its place
	account_id uuid references accounts,  -- null: the starter's
	noted_at timestamptz not null,
	primary key (agreement_id, number),
	check ((state in ('refused', 'ended')) = (cause is not null))
);
