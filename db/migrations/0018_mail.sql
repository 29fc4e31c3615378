-- A mailbox as a channel of cases, and the word that there is an answer.

-- How far it was read. Mails are known by their number there, never by whether somebody has opened them elsewhere.
create table mailboxes (
	id text primary key,                  -- keyed hash of its address
	uid_validity bigint,
	last_uid bigint not null default 0,
	held_until timestamptz,               -- one node reads it at a time
	fetched_at timestamptz,               -- when all of it had been read last
	away_since timestamptz,
	trouble text                          -- why, as a code
);

-- Mails that were taken, so that none is taken twice: also after the mailbox was numbered anew.
create table taken_mails (
	hash bytea primary key,               -- keyed
	arrived_on date not null,
	became text not null check (became in ('case', 'entry', 'report', 'automatic', 'own', 'unreadable'))
);
create index taken_mails_arrived on taken_mails (arrived_on);

alter table addresses add column unreachable_since timestamptz; -- what was sent there came back
alter table addresses add column from_letter boolean not null default false; -- her own letter came from it: mails to it open the case

-- Word for somebody who waits; written in the same transaction as what it is about.
create table notices (
	id uuid primary key,
	case_id uuid not null references cases on delete cascade,
	kind text not null check (kind in ('email', 'sms')),
	about text not null check (about in ('received', 'answer')),
	number integer,                       -- of the entry whose text she asked for
	state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
	reason text,                          -- why it failed, as a code
	tries integer not null default 0,
	due_at timestamptz not null,
	made_at timestamptz not null,
	settled_at timestamptz,
	address_hash bytea,                   -- keyed; how much goes to one address in a day
	message_hash bytea unique             -- keyed, of the Message-ID that we gave it
);
create index notices_due on notices (due_at) where state = 'waiting';
create index notices_case on notices (case_id);
create index notices_address on notices (address_hash, made_at);

-- A link of a mail: opens the case once.
create table mail_links (
	token_hash bytea primary key,
	case_id uuid not null references cases on delete cascade,
	expires_at timestamptz not null,
	used_at timestamptz
);
create index mail_links_case on mail_links (case_id);
