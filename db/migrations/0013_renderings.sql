-- Three-party interpreting: a clerk in one conversation, and what was said in another language.

alter table messages add column language text; -- null for a change of state
update messages m set language = c.language from conversations c
where c.id = m.conversation_id and m.kind in ('text', 'card');

-- A rendering is a step of the conversation like a message (about_seq: what it renders), so that it is numbered, sealed,
-- delivered, moved to another day and forgotten as messages are. A newer one is shown instead of an older one.
alter table messages add column made text check (made in ('human', 'machine', 'checked'));

alter table messages drop constraint messages_author_check;
alter table messages add constraint messages_author_check check (author in ('visitor', 'helper', 'desk', 'clerk'));
alter table messages drop constraint messages_kind_check;
alter table messages add constraint messages_kind_check check (kind in
	('text', 'card', 'picture', 'rendering', 'claimed', 'released', 'left', 'handed', 'clerk-came', 'clerk-left', 'clerk-declined',
	'ended', 'reopened', 'redacted', 'removed'));
alter table messages add constraint messages_rendering_check check
	((kind = 'rendering') = (made is not null) and (kind <> 'rendering' or (about_seq is not null and language is not null)));
create index messages_about on messages (conversation_id, about_seq) where about_seq is not null;

-- Whom a helper brings in: one at a time, by a link of which only a keyed hash is kept, in the one browser that used it.
create table clerks (
	id uuid primary key,
	conversation_id uuid not null references conversations on delete cascade,
	invited_by uuid not null references accounts,
	language text not null,
	sees_all boolean not null,            -- also what was written before the clerk came
	link_hash bytea not null unique,
	browser_hash bytea,                   -- null until somebody came by the link
	signed text,                          -- office and name as the clerk gave them
	from_seq integer,                     -- the last step that stays out of sight
	made_at timestamptz not null,
	expires_at timestamptz not null,
	came_at timestamptz,
	tried_again_at timestamptz,           -- when another browser tried the link
	ended_at timestamptz,
	check (num_nonnulls(browser_hash, signed, from_seq, came_at) in (0, 4))
);
create unique index clerks_current on clerks (conversation_id) where ended_at is null;
create index clerks_browser on clerks (browser_hash) where ended_at is null;
create index clerks_conversation on clerks (conversation_id);

-- What a machine made of a message: for the interpreter alone, until she says it.
create table machine_drafts (
	conversation_id uuid not null references conversations on delete cascade,
	seq integer not null,
	language text not null,
	sealed bytea not null,
	made_at timestamptz not null,
	primary key (conversation_id, seq, language)
);
