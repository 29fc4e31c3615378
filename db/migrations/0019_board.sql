-- The board: helpers of the whole network ask each other hard questions. No person is in them, so nothing here is sealed.

create table board_questions (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	account_id uuid not null references accounts,
	topic text not null,
	service_id text,
	language text not null,
	answer_number integer,                -- the post that is the answer
	guide text references items,          -- what was made of it
	last_number integer not null,         -- of its posts, given under the row lock
	last_word_on date not null            -- a year later it goes
);
create index board_questions_last on board_questions (last_word_on desc, id desc);

-- Number 1 is the question itself. What is taken back or hidden loses its words at once.
create table board_posts (
	question_id uuid not null references board_questions on delete cascade,
	number integer not null check (number > 0),
	client_id text not null check (length(client_id) between 8 and 64),
	account_id uuid not null references accounts,
	signed text not null,                 -- the chosen name of the helper
	language text not null,
	text text not null,
	hidden text[] not null default '{}',  -- kinds of what was masked
	written_at timestamptz not null,
	removed text check (removed in ('taken-back', 'hidden')),
	removed_why text check (removed_why in ('person', 'wrong', 'beside', 'abuse')),
	primary key (question_id, number),
	unique (question_id, client_id),
	check ((removed is null) = (text <> '')),
	check ((removed_why is null) = (removed is distinct from 'hidden'))
);

-- One press for each person.
create table board_marks (
	question_id uuid not null,
	number integer not null,
	account_id uuid not null references accounts,
	primary key (question_id, number, account_id),
	foreign key (question_id, number) references board_posts on delete cascade
);

-- Ready sentences for answers that helpers added to those of the release. Nobody agrees to their own.
create table phrases (
	id uuid primary key,
	client_id text not null unique check (length(client_id) between 8 and 64),
	organisation_id text references organisations, -- whose desks have it at hand; null: all
	topic text,
	texts jsonb not null,
	proposed_by uuid not null references accounts,
	proposed_at timestamptz not null,
	agreed_by uuid references accounts,
	agreed_at timestamptz,
	check ((agreed_by is null) = (agreed_at is null)),
	check (agreed_by is distinct from proposed_by)
);
