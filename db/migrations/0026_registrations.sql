-- Who has a seat at a date of the calendar, and who is told what.

-- The parts of a counselling day that are booked one by one.
create table slots (
	id uuid primary key,
	occurrence_id uuid not null references occurrences on delete cascade,
	starts_at timestamptz not null,
	minutes integer not null check (minutes between 5 and 240),
	is_walk_in boolean not null,
	unique (occurrence_id, starts_at)
);

-- Who comes. A nickname is enough, and nothing is needed; what there is lies sealed under the key class `event`.
create table registrations (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	occurrence_id uuid not null references occurrences,
	slot_id uuid references slots,
	turn integer not null,                -- its place in the line; never changes
	ticket integer not null check (ticket between 1000 and 9999), -- called out at the door
	seats integer not null check (seats between 1 and 20),
	state text not null check (state in ('held', 'confirmed', 'waiting', 'offered', 'declined', 'expired', 'cancelled')),
	held_until timestamptz,
	is_lengthened boolean not null default false, -- the ten minutes of the form, once
	offered_until timestamptz,
	short_since timestamptz,
	language text not null,
	needs text[] not null default '{}',
	booked_by text not null check (booked_by in ('self', 'helper', 'phone')),
	account_id uuid references accounts,  -- the helper
	reached_by text not null check (reached_by in ('sms', 'email', 'phone', 'none')),
	known_by bytea,                       -- the number from which a text message may come: a keyed hash
	code_hash bytea not null unique,      -- keyed by the keystore
	link_hash bytea unique,
	sealed bytea,                         -- name and contact; null: neither was given, or erased
	erase_on date not null,               -- the last day on which they can be read
	presence text check (presence in ('came', 'absent')),
	made_at timestamptz not null,
	changed_at timestamptz not null,
	unique (occurrence_id, ticket),
	unique (occurrence_id, turn),
	check ((state = 'held') = (held_until is not null)),
	check ((state = 'offered') = (offered_until is not null))
);
create index registrations_to_erase on registrations (erase_on) where sealed is not null;
create index registrations_known on registrations (known_by) where known_by is not null;
create index registrations_clock on registrations (coalesce(held_until, offered_until))
	where held_until is not null or offered_until is not null;
create unique index registrations_slot on registrations (slot_id) where state in ('held', 'confirmed', 'offered');

-- Word to whoever registered: by text message, by mail, or by a helper who calls. Each once.
create table event_notices (
	id uuid primary key,
	registration_id uuid not null references registrations on delete cascade,
	kind text not null check (kind in ('sms', 'email', 'call')),
	about text not null check (about in ('confirmed', 'waiting', 'offered', 'offer-over', 'seat-gone', 'moved',
		'mode-changed', 'cancelled', 'replaced', 'reminder')),
	key text not null,                    -- what makes it once: what it is about, and of which change
	was jsonb,                            -- how it was planned before, where that is told
	state text not null check (state in ('waiting', 'sent', 'failed', 'called', 'dropped')),
	reason text,
	due_at timestamptz not null,
	tries integer not null default 0,
	made_at timestamptz not null,
	settled_at timestamptz,
	account_id uuid references accounts,  -- who called
	unique (registration_id, key)
);
create index event_notices_due on event_notices (kind, due_at) where state = 'waiting';
