-- Projects with what was planned and what was reported. What is computed is never stored: it is summed from the ledger.

create table projects (
	id text primary key,
	position integer not null,
	organisation_id text not null references organisations,
	kind text not null check (kind in ('reported', 'running')),
	is_demonstration boolean not null default false,
	starts_on date,                       -- null: not published
	ends_on date,
	card jsonb not null                   -- names, programme, money, target groups …: see reports/project.ts
);

create table plan_versions (
	project_id text not null references projects,
	version integer not null check (version > 0),
	dated_on date,
	card jsonb not null,
	primary key (project_id, version)
);

create table plan_lines (
	project_id text not null,
	version integer not null,
	id text not null,
	position integer not null,
	targets jsonb not null,
	card jsonb not null,
	primary key (project_id, version, id),
	foreign key (project_id, version) references plan_versions
);

-- One row for each line that the project itself reported. Null: not reported, which is not the same as 0.
create table reported_lines (
	project_id text not null references projects,
	line_id text not null,
	position integer not null,
	outcome text check (outcome in ('held', 'held-extra', 'not-held', 'form-changed', 'published')),
	sessions integer check (sessions >= 0),
	people integer check (people >= 0),
	card jsonb not null,
	primary key (project_id, line_id)
);

create table deviations (
	project_id text not null references projects,
	line_id text not null,
	cause text not null check (cause in ('venue-refused', 'epidemic', 'partner-moved', 'staff', 'demand', 'other')),
	replaced_by text,                     -- a line, planned or reported
	card jsonb not null,
	primary key (project_id, line_id)
);

-- What was promised to a funder stays as it was promised; a new promise is a new version. Words may be mended.
create trigger plan_lines_figures_stay before update on plan_lines
	for each row when (old.targets is distinct from new.targets) execute function refuse_change();
create trigger plan_lines_stay before delete or truncate on plan_lines
	for each statement execute function refuse_change();

-- Nothing new is ever counted on a project that has ended and was reported elsewhere.
create function refuse_fact_on_reported_project() returns trigger language plpgsql as $$
begin
	if exists (select 1 from projects where id = new.project_id and kind = 'reported') then
		raise exception 'project % is shown as reported; nothing new is counted on it', new.project_id;
	end if;
	return new;
end
$$;
create trigger facts_not_on_reported before insert on facts
	for each row when (new.project_id is not null) execute function refuse_fact_on_reported_project();

-- The order of recording: what is kept of a page with figures is as old as the last number it saw.
alter table facts add column number bigint generated always as identity unique;
