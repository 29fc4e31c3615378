-- The desk's second floor: claims given back, notes, hand-overs, drafts, cards as messages, ratings.

alter table messages drop constraint messages_kind_check;
alter table messages add constraint messages_kind_check check (kind in
	('text', 'card', 'claimed', 'released', 'left', 'handed', 'ended', 'reopened', 'redacted'));

alter table conversations add column rated boolean not null default false; -- that somebody did, never how

-- One row: since when the rounds that look for vanished helpers go on without a pause. After an outage nobody was
-- seen, and everybody gets the whole time again to come back.
create table desk_watches (
	only_one boolean primary key default true check (only_one),
	began_at timestamptz not null,
	last_at timestamptz not null
);

-- What helpers write to each other about a conversation. Apart from its messages, so that nothing that reads for the
-- visitor can ever come upon it.
create table notes (
	conversation_id uuid not null references conversations on delete cascade,
	number integer not null check (number > 0),
	client_id text not null check (length(client_id) between 8 and 64),
	account_id uuid not null references accounts,
	signed text not null,
	kind text not null check (kind in ('note', 'handover', 'unsure', 'answer')),
	about_number integer,                 -- the doubt that an answer answers
	sealed bytea not null,
	written_at timestamptz not null,
	primary key (conversation_id, number),
	unique (conversation_id, client_id)
);
create index notes_doubts on notes (conversation_id, number) where kind = 'unsure';

-- Until it is accepted the holder stays responsible.
create table handovers (
	id uuid primary key,
	conversation_id uuid not null references conversations on delete cascade,
	offered_by uuid not null references accounts,
	to_account uuid references accounts,
	to_desk text references desks,
	note_number integer not null,
	offered_at timestamptz not null,
	settled_at timestamptz,
	settled_by uuid references accounts,
	outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
	check (num_nonnulls(to_account, to_desk) = 1),
	check ((settled_at is null) = (outcome is null))
);
create unique index handovers_open on handovers (conversation_id) where settled_at is null;
create index handovers_conversation on handovers (conversation_id);

-- What a helper has begun to write: it survives another conversation and a reload, and goes with the conversation.
create table drafts (
	conversation_id uuid not null references conversations on delete cascade,
	account_id uuid not null references accounts,
	after_seq integer not null,           -- what she had before her eyes when she began
	sealed bytea not null,
	saved_at timestamptz not null,
	primary key (conversation_id, account_id)
);

-- How visitors found the help: numbers by desk and quarter, which lead back to no conversation.
create table ratings (
	desk_id text not null references desks,
	quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
	face text not null check (face in ('good', 'so-so', 'bad')),
	times integer not null check (times > 0),
	primary key (desk_id, quarter, face)
);
