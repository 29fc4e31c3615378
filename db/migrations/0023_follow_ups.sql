-- What became of somebody who was sent on, when the desk hears of it.

create table follow_ups (
	contact_id uuid primary key references contacts on delete cascade,
	code text not null check (code in ('reached', 'helped', 'not-reached', 'unknown')),
	account_id uuid not null references accounts,
	signed text not null,                 -- the chosen name of the helper
	noted_on date not null
);

alter table facts add column followed_up text; -- the code alone

-- What a helper recorded last is what the form begins with next time.
create index closings_of_helper on closings (closed_by, id desc);
