-- Becoming a volunteer: the page of an application, word of an answer to it, and the path of a newcomer.

alter table applications
	add column link_hash bytea not null unique, -- of her page's address
	add column answer text;                     -- said with a no: a kind word that was chosen, as a code

-- That there is an answer; to whom lies sealed with the word itself until it has left, under the application's day.
create table application_notices (
	id uuid primary key,
	application_id uuid not null references applications on delete cascade,
	kind text not null check (kind in ('sms', 'email')),
	kept_until date not null,
	sealed bytea,
	state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
	reason text,
	due_at timestamptz not null,
	tries integer not null default 0,
	made_at timestamptz not null,
	settled_at timestamptz,
	check (sealed is null or state = 'waiting')
);
create index application_notices_due on application_notices (kind, due_at) where state = 'waiting';

-- What a newcomer has read or tried, by her own tick.
create table training_steps (
	account_id uuid not null references volunteers,
	step text not null,
	done_on date not null,
	primary key (account_id, step)
);
