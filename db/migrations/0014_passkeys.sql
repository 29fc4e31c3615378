-- Signing in with a key that stays in the device; and which keystore this database belongs to.

create table passkeys (
	id uuid primary key,
	account_id uuid not null references accounts on delete cascade,
	credential_id text not null unique,   -- what the device calls it, base64url
	public_key bytea not null,
	counter bigint not null,              -- 0 for ever where the device does not count
	device_name text not null,            -- as its owner calls it
	added_on date not null,
	last_used_on date
);
create index passkeys_account on passkeys (account_id);

-- What a browser was asked to sign: once, within minutes, in that browser.
create table passkey_challenges (
	browser_hash bytea primary key,
	challenge text not null,
	purpose text not null check (purpose in ('sign-in', 'add', 'accept')),
	account_id uuid references accounts on delete cascade,
	expires_at timestamptz not null
);

-- Up to when its owner has said that changes to her passkeys were her own.
alter table accounts add column passkey_changes_known_until timestamptz;

-- A digest of a secret in the keystore: another keystore has another one. Says nothing about the secret.
alter table installation add column keystore_mark bytea;
