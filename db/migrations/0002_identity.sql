-- Who works here. Visitors have no account and are not here.

-- What this data folder holds; decided once.
create table installation (
	only_row boolean primary key default true check (only_row),
	kind text not null check (kind in ('demonstration', 'real')),
	made_at timestamptz not null
);

create table accounts (
	id uuid primary key,
	short_name text not null unique,      -- what is typed at sign-in
	chosen_name text not null,            -- what a visitor sees
	language text not null,
	password_hash text,
	second_factor bytea,                  -- TOTP secret, sealed by the keystore
	second_factor_step bigint not null default 0, -- a code works once
	pledge_accepted_on date,              -- confidentiality pledge; must be within a year to claim
	is_demonstration boolean not null default false,
	made_at timestamptz not null,
	closed_at timestamptz
);

create table memberships (
	account_id uuid not null references accounts,
	organisation_id text not null,
	role text not null check (role in ('volunteer', 'adviser', 'coordinator', 'regional', 'editor', 'clerk', 'funder', 'admin')),
	primary key (account_id, organisation_id, role)
);

create table sign_in_sessions (
	token_hash bytea primary key,
	account_id uuid not null references accounts,
	began_at timestamptz not null,
	seen_at timestamptz not null,
	expires_at timestamptz not null
);
create index sign_in_sessions_account on sign_in_sessions (account_id);

-- P16: tries are counted by a keyed hash of the typed name, so an unknown name answers exactly as a known one does.
create table sign_in_failures (
	id uuid primary key,
	name_hash bytea not null,
	failed_at timestamptz not null
);
create index sign_in_failures_recent on sign_in_failures (name_hash, failed_at);

create table invitations (
	token_hash bytea primary key,
	account_id uuid not null references accounts,
	expires_at timestamptz not null,
	used_at timestamptz,
	-- What was chosen waits here until one right code shows that the second factor works.
	password_hash text,
	second_factor bytea
);
create index invitations_account on invitations (account_id);
