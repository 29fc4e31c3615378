-- Hours: logged by oneself or come from a shift, confirmed by another, then a fact.

create table hour_entries (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	account_id uuid not null references volunteers,
	organisation_id text not null references organisations,
	day date not null,
	work text not null,
	assignment_id uuid unique references assignments, -- from which it came by itself
	quarters integer not null check (quarters between 1 and 96), -- of an hour
	state text not null check (state in ('reported', 'confirmed', 'rejected')),
	settled_by uuid references accounts,
	settled_on date,
	project_id text references projects,
	plan_line text,
	fact_id uuid references facts,
	made_at timestamptz not null,
	check (settled_by is distinct from account_id), -- nobody confirms her own
	check ((state = 'reported') = (settled_by is null))
);
create index hour_entries_of_volunteer on hour_entries (account_id, day);
create index hour_entries_open on hour_entries (organisation_id, day) where state = 'reported';

-- Word to volunteers: by their own way, each once.
create table volunteer_notices (
	id uuid primary key,
	account_id uuid not null references volunteers,
	kind text not null check (kind in ('sms', 'email')),
	about text not null,
	key text not null,
	shift_id uuid references shifts,
	state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
	reason text,
	due_at timestamptz not null,
	tries integer not null default 0,
	made_at timestamptz not null,
	settled_at timestamptz,
	unique (account_id, key)
);
create index volunteer_notices_due on volunteer_notices (kind, due_at) where state = 'waiting';
