-- A counselling day, tapped person by person on a phone, off line too. Nothing here is about anybody who was helped.

create table tallies (
	id uuid primary key,                  -- made with the form, so that one sent twice is one
	desk_id text not null references desks,
	organisation_id text not null references organisations,
	place_id text,                        -- a service point
	event text check (length(event) between 1 and 80),
	day date not null,                    -- of every tap, whatever a phone thinks of the date
	opened_by uuid not null references accounts,
	closed_on date,
	check (num_nonnulls(place_id, event) = 1)
);
create index tallies_of_organisation on tallies (organisation_id, day desc);

-- Who taps on it. A phone knows the hand, never the account: the tap stays hers, whoever signs in to send it.
create table tally_hands (
	id uuid primary key,
	tally_id uuid not null references tallies on delete cascade,
	account_id uuid not null references accounts,
	helper_role text not null,
	unique (tally_id, account_id)
);

-- One person helped. The client id makes it once; without a closing it was undone before it came here.
create table taps (
	client_id text primary key check (length(client_id) between 8 and 56),
	number bigint generated always as identity,
	tally_id uuid not null references tallies on delete cascade,
	hand_id uuid not null references tally_hands on delete cascade,
	closing_id uuid references closings,
	topic text not null,
	outcome text not null,
	minutes integer not null check (minutes between 0 and 1440),
	language text not null,
	age_band text,
	is_undone boolean not null default false,
	came_late boolean not null default false -- after the tally was closed, or after its day
);
create index taps_of_tally on taps (tally_id, number);
