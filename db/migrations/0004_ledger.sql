-- One append-only record of nameless facts. A wrong one is reversed by another, never changed.

create table facts (
	id uuid primary key,
	occurred_on date not null,            -- the finest time there is
	recorded_on date not null,
	organisation_id text not null references organisations,
	project_id text,
	plan_line text,
	unit text not null check (unit in ('contact', 'session', 'participant', 'hour')),
	quantity integer not null check (quantity <> 0),
	basis text not null check (basis in ('counted', 'sample', 'estimate')),
	channel text not null,
	form text not null,
	topic text,
	service_id text,
	language text,
	outcome text,
	minutes integer check (minutes between 0 and 1440),
	age_band text,
	gender text,
	helper_role text,
	reverses uuid unique references facts
);
create index facts_project on facts (project_id, occurred_on);
create index facts_organisation on facts (organisation_id, occurred_on);
create trigger facts_append_only before update or delete or truncate on facts
	for each statement execute function refuse_change();
