-- Everything that is written for readers: items, their texts as revisions that never change, who looked them over, and
-- which of them is public since when. See content/item/item.ts for what a text is.

create table items (
	key text primary key check (key ~ '^(service|guide|term|change|video|material)/[a-z0-9]+(-[a-z0-9]+)*$'),
	source_lang text not null,
	made_at timestamptz not null
);

create table revisions (
	id bigint generated always as identity primary key,
	item text not null references items,
	lang text not null,                   -- ru, fi, en …; fi-easy for a text in easy Finnish
	number integer not null check (number > 0),
	parent bigint references revisions,   -- what the author had before their eyes
	content jsonb not null,
	origin text not null check (origin in ('starter', 'import', 'editor')),
	author uuid references accounts,      -- null: it came with the release or a file
	note text not null,
	scope text not null default 'major' check (scope in ('major', 'minor')),
	made_at timestamptz not null,
	unique (item, lang, number),
	check ((origin = 'editor') = (author is not null))
);
create trigger revisions_append_only before update or delete on revisions
	for each row execute function refuse_change();

create table review_requests (
	revision bigint primary key references revisions,
	requested_by uuid not null references accounts,
	requested_at timestamptz not null
);
-- A second person, or somebody alone who says why.
create table reviews (
	id bigint generated always as identity primary key,
	revision bigint not null references revisions,
	reviewer uuid not null references accounts,
	verdict text not null check (verdict in ('approved', 'returned')),
	note text not null default '',
	override_reason text check (override_reason <> ''),
	made_at timestamptz not null
);
create function refuse_own_review() returns trigger language plpgsql as $$
begin
	if new.override_reason is null and exists (select from revisions where id = new.revision and author = new.reviewer) then
		raise exception 'nobody reviews their own text' using errcode = 'check_violation';
	end if;
	return new;
end
$$;
create trigger reviews_by_another before insert on reviews for each row execute function refuse_own_review();

create table publications (
	id bigint generated always as identity primary key,
	item text not null references items,
	lang text not null,
	revision bigint references revisions, -- null: taken off the site from then on
	starts_at timestamptz not null,
	published_by uuid references accounts,
	made_at timestamptz not null
);
create index publications_due on publications (starts_at);
create index publications_item on publications (item, lang, starts_at desc, id desc);
create function refuse_unreviewed() returns trigger language plpgsql as $$
begin
	if exists (select from revisions r where r.id = new.revision and r.origin = 'editor' and not exists
			(select from reviews v where v.revision = r.id and v.verdict = 'approved')) then
		raise exception 'a text is published only after its review' using errcode = 'check_violation';
	end if;
	return new;
end
$$;
create trigger publications_reviewed before insert or update on publications
	for each row execute function refuse_unreviewed();
create trigger publications_changed after insert or update or delete on publications
	for each statement execute function content_changed();
-- Cards are items now. What was edited in `services` is taken over at the next start; the table goes in a later release.
drop trigger services_changed on services;
