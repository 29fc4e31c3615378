-- Work that must happen after a change, and who did what.

create table jobs (
	id uuid primary key,
	kind text not null,
	key text not null,
	payload jsonb not null default '{}',
	run_at timestamptz not null,
	attempts integer not null default 0,
	locked_until timestamptz,
	finished_at timestamptz
);
create unique index jobs_waiting on jobs (kind, key) where finished_at is null;
create index jobs_due on jobs (run_at) where finished_at is null;

create table audit_entries (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	actor_kind text not null,
	actor_id uuid,
	action text not null,
	subject text not null,
	subject_id text not null,
	reason text
);
create index audit_entries_subject on audit_entries (subject, subject_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is append-only', tg_table_name;
end
$$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
	for each statement execute function refuse_change();
