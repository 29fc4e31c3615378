-- A partner office sends somebody to a desk. It learns how that stands, and no word of what is said there.

create table referrals (
	case_id uuid primary key references cases on delete cascade,
	client_id text not null unique check (length(client_id) between 8 and 64),
	organisation_id text not null references organisations, -- the office
	account_id uuid not null references accounts, -- the clerk
	topic text not null,
	service_id text,
	language text not null,
	how text not null check (how in ('here', 'will-come')),
	referred_on date not null,
	code_made_at timestamptz,             -- of the code that the office handed over; another one is not its own
	outcome text check (outcome in ('helped', 'not-solved', 'not-reached')),
	settled_on date,
	check ((outcome is null) = (settled_on is null))
);
create index referrals_office on referrals (organisation_id, referred_on desc);
