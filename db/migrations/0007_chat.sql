-- Conversations. Every message and every change of state has the next number of its conversation, given under the
-- row lock of the conversation, so numbers are gapless and in the order of commit.

create table conversations (
	id uuid primary key,
	case_id uuid not null references cases on delete cascade,
	desk_id text not null references desks,
	organisation_id text not null references organisations,
	start_key text not null unique,       -- made with the form: a form sent twice opens one conversation
	kind text not null check (kind in ('chat', 'question', 'accessibility')),
	language text not null,
	page text,                            -- the page she came from: a path of ours, never a query
	opened_at timestamptz not null,
	waiting_since timestamptz,            -- null while held or ended
	ended_at timestamptz,
	ended_by text check (ended_by in ('visitor', 'helper')),
	due_on date,                          -- the 14 days of accessibility feedback
	expires_on date not null,             -- last day on which anybody can read it
	last_seq integer not null default 0,
	visitor_read integer not null default 0,
	helper_read integer not null default 0,
	blocked_at timestamptz
);
create unique index conversations_open on conversations (case_id) where ended_at is null;
create index conversations_waiting on conversations (desk_id, waiting_since) where waiting_since is not null;
create index conversations_expiring on conversations (expires_on);

create table messages (
	conversation_id uuid not null references conversations on delete cascade,
	seq integer not null check (seq > 0),
	client_id text not null check (length(client_id) between 8 and 64),
	author text not null check (author in ('visitor', 'helper', 'desk')),
	account_id uuid references accounts,
	signed text,                          -- the chosen name under which a helper wrote
	kind text not null check (kind in ('text', 'claimed', 'released', 'ended', 'reopened', 'redacted')),
	sealed bytea,                         -- null for a change of state
	about_seq integer,                    -- the message that a redaction changed
	hidden text[] not null default '{}',  -- kinds of what was masked
	sent_at timestamptz not null,
	primary key (conversation_id, seq),
	unique (conversation_id, client_id)
);

create table claims (
	id uuid primary key,
	conversation_id uuid not null references conversations on delete cascade,
	account_id uuid not null references accounts,
	waiting_since timestamptz not null,   -- her place in the queue, if it is given back
	claimed_at timestamptz not null,
	released_at timestamptz
);
-- P07: whoever inserts first holds it; the index decides the race.
create unique index claims_current on claims (conversation_id) where released_at is null;
create index claims_account on claims (account_id) where released_at is null;
