-- A desk opens by its weekly hours, or when somebody has taken a shift at it.
alter table desks
	add column opens_by text not null default 'hours' check (opens_by in ('hours', 'shifts')),
	add column talks_each integer not null default 3 check (talks_each between 1 and 9); -- that one helper can lead at once

-- The shifts that somebody holds, adjoining ones as one; written anew with every change of who holds what.
create table desk_spells (
	desk_id text not null references desks,
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	primary key (desk_id, starts_at)
);

-- Who opened the desk for a while; null: the coordinator's exception.
alter table desk_exceptions add column opened_by uuid references accounts;
