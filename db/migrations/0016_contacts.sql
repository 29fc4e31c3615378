-- One case over every channel: its contacts, what is written in it, and until when.

alter table cases add column expires_on date;      -- the last day on which anything of it is kept
update cases c set expires_on = coalesce((select max(v.expires_on) from conversations v where v.case_id = c.id), current_date);
alter table cases alter column expires_on set not null;
alter table cases add column words_until date;     -- the day under which its entries lie; null: it has none
alter table cases add column last_number integer not null default 0; -- of its entries, given under the row lock
alter table cases add column waiting_since timestamptz; -- somebody wrote, and nobody has answered yet
alter table cases add column holder uuid references accounts; -- who has it in hand
alter table cases add column held_since timestamptz;
create index cases_expiring on cases (expires_on);
create index cases_waiting on cases (organisation_id, waiting_since) where waiting_since is not null;
create index cases_holder on cases (holder) where holder is not null;

-- Made by a helper and handed over on paper: whoever helped has seen it, so its first use makes another.
alter table return_codes add column handed_out boolean not null default false;

-- One contact recorded twice (a form sent again, a phone that syncs again) is one closing and one fact.
alter table closings add column client_id text unique check (length(client_id) between 8 and 64);
alter table closings add column place_id text;

alter table facts add column place_id text;        -- the service point
alter table facts add column stuck_at text;        -- guide#step
alter table facts add column need text;            -- device, login, language, administration, reassurance
alter table facts add column referred_to text;     -- where to, as a code
alter table facts add column referred_by text;     -- the organisation that sent her
alter table facts add column guide_missing boolean not null default false;

-- One time somebody was helped within a case. Contacts without a case are closings alone.
create table contacts (
	id uuid primary key,
	case_id uuid not null references cases on delete cascade,
	closing_id uuid not null unique references closings,
	desk_id text not null references desks,
	organisation_id text not null references organisations,
	account_id uuid not null references accounts,
	helper_role text not null,
	signed text not null,                 -- the chosen name of the helper
	channel text not null check (channel in ('chat', 'phone', 'email', 'sms', 'visit', 'video', 'event')),
	place_id text,
	language text not null,
	happened_on date not null,
	minutes integer not null check (minutes between 0 and 1440),
	topic text not null,
	service_id text,
	outcome text not null,
	referred_to text
);
create index contacts_case on contacts (case_id, happened_on);

-- What is written in a case apart from its conversations: letters, answers, notes of helpers.
create table entries (
	case_id uuid not null references cases on delete cascade,
	number integer not null check (number > 0),
	client_id text not null check (length(client_id) between 8 and 64),
	kind text not null check (kind in ('question', 'answer', 'note', 'referral')),
	channel text check (channel in ('phone', 'email', 'sms', 'visit', 'video', 'event', 'site')),
	account_id uuid references accounts,
	signed text,                          -- the chosen name of the helper, or the office of the clerk
	language text,
	hidden text[] not null default '{}',  -- kinds of what was masked
	sealed bytea not null,
	written_at timestamptz not null,
	primary key (case_id, number),
	unique (case_id, client_id)
);

-- Where somebody wants to be told that there is an answer.
create table addresses (
	case_id uuid not null references cases on delete cascade,
	kind text not null check (kind in ('email', 'sms')),
	sealed bytea not null,
	wants_text boolean not null default false, -- she asked for the answer itself, not only for word of it
	given_at timestamptz not null,
	primary key (case_id, kind)
);
