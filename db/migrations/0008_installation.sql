-- What this data folder holds, and how people get in.

create table installation (
	only_row boolean primary key default true check (only_row),
	kind text not null check (kind in ('demonstration', 'real')),
	made_at timestamptz not null
);

-- What was chosen with an invitation waits here until one right code shows that the second factor works.
alter table invitations add column password_hash text;
alter table invitations add column second_factor bytea;
create index invitations_account on invitations (account_id);

-- P16: tries are counted by a keyed hash of the typed name, so an unknown name answers exactly as a known one does.
drop table sign_in_failures;
create table sign_in_failures (
	id uuid primary key,
	name_hash bytea not null,
	failed_at timestamptz not null
);
create index sign_in_failures_recent on sign_in_failures (name_hash, failed_at);
