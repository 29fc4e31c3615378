-- Callbacks: somebody asks to be called. And text messages that a gateway brings.

-- The number lies sealed under the key class `case`, with a share of its own; it goes as soon as the callback ends.
create table callbacks (
	id uuid primary key,
	case_id uuid not null references cases on delete cascade,
	start_key text not null unique check (length(start_key) between 8 and 64),
	language text not null,
	topic text,
	any_time boolean not null,
	window_from timestamptz not null,
	window_to timestamptz not null check (window_to > window_from),
	entry_number integer,                 -- what she wrote about it, in the case
	state text not null check (state in ('waiting', 'taken', 'done', 'cancelled', 'given-up')),
	holder uuid references accounts,
	taken_at timestamptz,
	tries integer not null default 0,
	last_try text check (last_try in ('no-answer', 'busy', 'wrong-number')),
	last_tried_at timestamptz,
	sealed bytea,                         -- the number, and the two digits by which she knows the caller
	number_until date,                    -- the day under whose key it lies, at the latest
	asked_at timestamptz not null,
	ended_at timestamptz,
	check ((state = 'taken') = (holder is not null)),
	check ((state in ('waiting', 'taken')) = (sealed is not null)),
	check ((sealed is null) = (number_until is null)),
	check ((sealed is null) = (ended_at is not null))
);
create index callbacks_case on callbacks (case_id);
create index callbacks_waiting on callbacks (number_until) where sealed is not null;

-- By which an incoming text message finds its case: a hash keyed by the keystore.
alter table addresses add column known_by bytea;
create index addresses_known on addresses (known_by) where known_by is not null;

-- The ids under which the gateway brought something, so that what it brings twice is taken once.
create table sms_received (
	id text primary key check (length(id) between 1 and 100),
	received_at timestamptz not null
);
create index sms_received_at on sms_received (received_at);
