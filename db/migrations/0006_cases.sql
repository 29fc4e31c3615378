-- Desks with their hours, cases with their codes, and closings.

create table desks (
	id text primary key,
	organisation_id text not null references organisations,
	names jsonb not null,
	zone text not null default 'Europe/Helsinki',
	answers_site boolean not null default false, -- the desk to which the chat of the public site leads
	project_id text,                      -- what its contacts are counted on
	plan_line text
);
create unique index desks_answers_site on desks (answers_site) where answers_site;

create table desk_hours (
	desk_id text not null references desks,
	weekday integer not null check (weekday between 1 and 7),
	opens time not null,
	closes time not null check (closes > opens),
	primary key (desk_id, weekday, opens)
);

create table desk_exceptions (
	desk_id text not null references desks,
	day date not null,
	opens time,                           -- null: the weekly hours of that day do not hold
	closes time check (closes > opens),
	unique nulls not distinct (desk_id, day, opens)
);
-- Who sits at a desk right now: refreshed while her console is open, stale after a minute.
create table desk_presences (
	desk_id text not null references desks,
	account_id uuid not null references accounts,
	seen_at timestamptz not null,
	primary key (desk_id, account_id)
);

create trigger desk_hours_changed after insert or update or delete on desk_hours
	for each statement execute function content_changed();
create trigger desk_exceptions_changed after insert or update or delete on desk_exceptions
	for each statement execute function content_changed();

create table cases (
	id uuid primary key,
	desk_id text not null references desks,
	organisation_id text not null references organisations,
	language text not null,
	opened_at timestamptz not null
);

create table return_codes (
	code_hash bytea primary key,          -- keyed hash; the pepper is in the keystore
	case_id uuid not null references cases on delete cascade,
	made_at timestamptz not null
);
create unique index return_codes_case on return_codes (case_id);

create table visitor_sessions (
	token_hash bytea primary key,
	case_id uuid not null references cases on delete cascade,
	began_at timestamptz not null
);
create index visitor_sessions_case on visitor_sessions (case_id);

-- No reference to the case: a closing and its fact outlive everything private.
create table closings (
	id uuid primary key,
	contact_id uuid not null,
	desk_id text not null references desks,
	organisation_id text not null references organisations,
	channel text not null,
	language text not null,
	closed_on date not null,
	closed_by uuid not null references accounts,
	fact_id uuid references facts,
	corrected_by uuid unique references closings
);
create index closings_contact on closings (contact_id);
