-- What keeps the texts true and findable: checks by people, links, other names, pictures, and what was looked for in vain.

create table checks (
	id bigint generated always as identity primary key,
	item text not null references items,
	lang text not null,
	how text not null check (how in ('walked', 'read', 'confirmed', 'facts')),
	works boolean not null,               -- false: it looks different now
	device text not null default '',
	note text not null default '',
	checked_on date not null,
	checked_by uuid references accounts,
	made_at timestamptz not null
);
create index checks_item on checks (item, lang, checked_on desc);
create trigger checks_append_only before update or delete on checks
	for each row execute function refuse_change();
create trigger checks_changed after insert on checks for each statement execute function content_changed();

create table links (
	url text primary key,
	checked_at timestamptz,
	outcome text check (outcome in ('ok', 'broken', 'refused', 'unreachable')),
	status integer,
	ok_at timestamptz,
	fingerprint text,                     -- of the title and the main heading: the page is another one now
	changed_at timestamptz,
	failures integer not null default 0
);

create table aliases (
	id bigint generated always as identity primary key,
	item text not null references items,
	lang text not null,
	kind text not null check (kind in ('former', 'slang', 'typo', 'situation', 'from-log')),
	text text not null check (text <> ''),
	added_by uuid references accounts,    -- null: it came with the release
	added_at timestamptz not null,
	unique (item, lang, text)
);
-- What an editor struck out of the release's list stays out.
create table struck_aliases (
	item text not null,
	lang text not null,
	text text not null,
	struck_by uuid not null references accounts,
	primary key (item, lang, text)
);
create trigger aliases_changed after insert or update or delete on aliases
	for each statement execute function content_changed();

create table pictures (
	id text primary key,                  -- fingerprint of what we made of it; the file that came in is not kept
	width integer not null,
	height integer not null,
	webp bytea not null,
	jpeg bytea not null,
	added_by uuid not null references accounts,
	added_at timestamptz not null
);

-- Below five times in a month that nobody sees the words. Numbers, addresses and names are struck out before.
create table search_misses (
	query text not null,
	lang text not null,
	month date not null,
	times integer not null check (times > 0),
	primary key (query, lang, month)
);
create table settled_misses (
	query text not null,
	lang text not null,
	settled_by uuid not null references accounts,
	settled_on date not null,
	primary key (query, lang)
);
