-- Shifts: what needs somebody, who has taken it, who passes it on.

-- Written once: each counselling day one digital agent and one interpreter; the desk on Mondays from ten to one.
create table needs (
	id uuid primary key,
	organisation_id text not null references organisations,
	series_id text references series,
	desk_id text references desks,
	work text not null,                   -- the form of work, as volunteers choose it
	places integer not null check (places between 1 and 20),
	languages text[] not null default '{}', -- all of them are needed
	qualifications text[] not null default '{}',
	sign_up text not null check (sign_up in ('open', 'approval', 'invited')),
	weekday integer check (weekday between 1 and 7), -- of a desk
	starts time,
	minutes integer check (minutes between 15 and 1440),
	until_day date,
	check (num_nonnulls(series_id, desk_id) = 1),
	check ((desk_id is not null) = (num_nonnulls(weekday, starts, minutes) = 3))
);

create table shifts (
	id uuid primary key,
	need_id uuid references needs,
	organisation_id text not null references organisations,
	occurrence_id uuid references occurrences,
	desk_id text references desks,
	work text not null,
	day date not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	places integer not null check (places between 1 and 20),
	languages text[] not null default '{}',
	qualifications text[] not null default '{}',
	sign_up text not null check (sign_up in ('open', 'approval', 'invited')),
	state text not null check (state in ('planned', 'cancelled')),
	changed_at timestamptz not null,
	check (num_nonnulls(occurrence_id, desk_id) = 1),
	unique (need_id, starts_at)
);
create index shifts_by_time on shifts (organisation_id, starts_at);
create index shifts_of_desk on shifts (desk_id, starts_at) where desk_id is not null;

-- One person, one shift. The holder is responsible until somebody else has accepted.
create table assignments (
	id uuid primary key,
	shift_id uuid not null references shifts,
	account_id uuid not null references volunteers,
	state text not null check (state in ('offered', 'asked', 'taken', 'done', 'no-show', 'declined', 'withdrawn')),
	by_way text not null check (by_way in ('self', 'coordinator', 'suggestion', 'swap')),
	reason jsonb,                         -- of a suggestion, in codes
	offered_until timestamptz,
	made_at timestamptz not null,
	changed_at timestamptz not null
);
create unique index assignments_once on assignments (shift_id, account_id) where state in ('offered', 'asked', 'taken', 'done');
create index assignments_of_volunteer on assignments (account_id, changed_at);

create table swaps (
	id uuid primary key,
	assignment_id uuid not null references assignments,
	to_account uuid references volunteers, -- null: whoever may
	state text not null check (state in ('open', 'accepted', 'withdrawn', 'expired')),
	taken_by uuid references volunteers,
	made_at timestamptz not null,
	ended_at timestamptz,
	check ((state = 'accepted') = (taken_by is not null))
);
create unique index swaps_open on swaps (assignment_id) where state = 'open';
