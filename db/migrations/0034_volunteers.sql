-- Volunteers: who they are to the network, what they wish for, what they are qualified for.

-- Somebody who would like to help. What she wrote lies sealed under the key class `case` until she has an account.
create table applications (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	organisation_id text not null references organisations,
	language text not null,
	languages text[] not null,            -- in which she could help
	works text[] not null,                -- what she would like to do
	state text not null check (state in ('asked', 'interview', 'training', 'accepted', 'declined', 'withdrawn')),
	holder uuid references accounts,      -- who looks after it
	account_id uuid references accounts,  -- hers, once there is one
	code_hash bytea not null unique,      -- by which she sees how it stands; keyed by the keystore
	sealed bytea,                         -- name, contact, words
	kept_until date not null,             -- the last day on which that can be read
	made_at timestamptz not null,
	changed_at timestamptz not null
);
create index applications_of_organisation on applications (organisation_id, state, made_at);

create table volunteers (
	account_id uuid primary key references accounts,
	organisation_id text not null references organisations,
	state text not null check (state in ('training', 'active', 'paused', 'left')),
	paused_until date,
	languages text[] not null default '{}',
	works text[] not null default '{}',   -- the forms of work she chose
	known_works text[] not null default '{}', -- those in which a coordinator knows her as experienced
	free jsonb not null default '[]',     -- weekly: weekday, from, to
	place_ids text[] not null default '{}', -- where she goes; empty: anywhere near
	is_remote boolean not null default true, -- helps from home, too
	least_minutes integer not null default 120 check (least_minutes >= 0),
	most_minutes integer not null default 300 check (most_minutes >= least_minutes),
	reached_by text not null default 'none' check (reached_by in ('sms', 'email', 'none')),
	sealed bytea,                         -- number or address: under a lasting secret, as long as she is here
	link_hash bytea unique,               -- of her personal link: own shifts and hours, nothing else
	feed_hash bytea unique,               -- of her calendar's address
	asked_at timestamptz,                 -- when she was offered something last
	since date not null,
	changed_at timestamptz not null,
	check ((state = 'paused') or paused_until is null)
);
create index volunteers_of_organisation on volunteers (organisation_id, state);

create table absences (
	id uuid primary key,
	account_id uuid not null references volunteers,
	from_day date not null,
	to_day date not null check (to_day >= from_day)
);
create index absences_of_volunteer on absences (account_id, to_day);

-- What somebody has learnt or shown, until when. Of a check of the criminal record only that it was seen.
create table qualifications (
	id uuid primary key,
	account_id uuid not null references volunteers,
	code text not null check (code in ('basic', 'safety', 'ethics', 'chat', 'interpreting', 'acting-on-behalf', 'youth-check')),
	granted_on date not null,
	expires_on date,
	granted_by uuid not null references accounts,
	revoked_on date,
	check (expires_on is null or expires_on > granted_on),
	check (granted_by <> account_id)      -- nobody vouches for herself
);
create index qualifications_of_volunteer on qualifications (account_id, code);
