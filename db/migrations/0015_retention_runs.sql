-- Deletion that is seen to run: one row for each finished run, with no id of anybody.

create table retention_runs (
	id uuid primary key,
	job text not null,
	began_at timestamptz not null,
	finished_at timestamptz not null,
	rows_deleted integer not null check (rows_deleted >= 0),
	key_days date[] not null default '{}' -- the days of expiry whose keys it destroyed
);
create index retention_runs_job on retention_runs (job, finished_at desc);

-- Handing over to a desk of another organisation: the visitor is asked first, and who is offered it learns of it, its
-- language and its topic, only when she has agreed.
alter table handovers
	add column to_organisation text references organisations, -- null within one's own
	add column topic text,
	add column consent text check (consent in ('asked', 'given', 'refused')),
	add check (num_nonnulls(to_organisation, topic, consent) in (0, 3)),
	add check (to_organisation is null or to_desk is not null);
create index handovers_offered_outside on handovers (to_desk) where settled_at is null and consent = 'given';
