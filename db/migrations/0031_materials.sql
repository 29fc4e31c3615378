-- What people take home from an event, and what was asked at a webinar.

create table materials (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	series_id text not null references series,
	occurrence_id uuid references occurrences on delete set null, -- null: of all its dates
	kind text not null check (kind in ('link', 'recording', 'page', 'file')),
	language text not null check (language ~ '^[a-z]{2}$'),       -- in which it is
	title text not null,
	url text,                             -- of a link or a recording
	item text,                            -- a page of this site, such as guide/omakela
	file_kind text check (file_kind in ('pdf', 'odt', 'docx', 'pptx', 'png', 'jpg')), -- by its bytes, not by its name
	bytes integer check (bytes between 1 and 10485760),
	visible_from date,                    -- null: from the day of its date on; of a series without a date never
	account_id uuid references accounts,  -- who put it there; null: it came with the demonstration
	made_at timestamptz not null,
	removed_at timestamptz,               -- the row stays: its downloads are not all in the ledger yet
	check ((url is not null) = (kind in ('link', 'recording'))),
	check ((item is not null) = (kind = 'page')),
	check ((file_kind is not null) = (kind = 'file') and (bytes is not null) = (kind = 'file'))
);
create index materials_of_series on materials (series_id);

create table material_files (
	material_id uuid primary key references materials on delete cascade,
	content bytea not null
);
alter table material_files alter column content set storage external; -- such files are packed already

-- So many a month, and nobody's.
create table material_downloads (
	material_id uuid not null references materials on delete cascade,
	month date not null check (extract(day from month) = 1),
	number integer not null check (number > 0),
	in_ledger integer not null default 0 check (in_ledger between 0 and number),
	primary key (material_id, month)
);

-- Questions of a date with their answers, written down by staff. No word of who asked.
create table event_answers (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	occurrence_id uuid not null references occurrences on delete cascade,
	language text not null check (language ~ '^[a-z]{2}$'),
	question text not null,
	answer text not null,
	account_id uuid references accounts,
	made_at timestamptz not null
);
create index event_answers_of_occurrence on event_answers (occurrence_id, made_at);

create trigger materials_move_calendar after insert or update or delete on materials
	for each statement execute function move_calendar();
create trigger event_answers_move_calendar after insert or update or delete on event_answers
	for each statement execute function move_calendar();
