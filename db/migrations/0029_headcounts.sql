-- Counting: who came to a date of the calendar, in numbers only, and what the ledger holds of it.

-- Units that are never added to each other. A visit is a head that was counted; a participant is somebody whom a fund
-- counts by its own rules, asked and known.
alter table facts drop constraint facts_unit_check;
alter table facts add constraint facts_unit_check
	check (unit in ('contact', 'session', 'visit', 'participant', 'download', 'hour'));

-- The parts of a fact, one dimension at a time, never crossed. All but the topics make up the whole.
create table fact_parts (
	fact_id uuid not null references facts,
	dimension text not null check (dimension in ('age', 'language', 'gender', 'first-time', 'presence', 'topic')),
	code text not null check (length(code) between 1 and 80),
	quantity integer not null check (quantity > 0),
	primary key (fact_id, dimension, code)
);
create trigger fact_parts_append_only before update or delete or truncate on fact_parts
	for each statement execute function refuse_change();
create function parts_make_the_whole() returns trigger language plpgsql as $$
begin
	if exists (
		select from fact_parts p join facts f on f.id = p.fact_id
		where p.fact_id = new.fact_id and p.dimension <> 'topic'
		group by p.dimension, f.quantity having sum(p.quantity) <> f.quantity
	) then
		raise exception 'the parts of fact % do not make up the whole', new.fact_id;
	end if;
	return null;
end
$$;
create constraint trigger fact_parts_sum after insert on fact_parts deferrable initially deferred
	for each row execute function parts_make_the_whole();

-- How a date was closed. Closed again it is a row more: the last one holds, those before stay to be seen.
create table headcounts (
	occurrence_id uuid not null references occurrences,
	version integer not null check (version >= 1),
	state text not null check (state in ('held', 'cancelled', 'replaced')),
	method text check (method in ('tally', 'click-counter', 'sign-in-list', 'estimate')),
	basis text check (basis in ('counted', 'sample', 'estimate')),
	total integer check (total between 0 and 5000),
	parts jsonb not null,                 -- dimension → code → people, each dimension with its unknown
	topics text[] not null default '{}',
	helpers integer check (helpers between 0 and 200),
	unmet integer check (unmet between 0 and 5000), -- asked for a seat and had none
	materials text check (materials in ('given', 'none', 'later')),
	why text check (length(why) between 1 and 500), -- why it was closed anew
	fact_ids uuid[] not null default '{}', -- what it wrote into the ledger
	closed_by uuid not null references accounts,
	closed_at timestamptz not null,
	primary key (occurrence_id, version),
	check ((state = 'held') = (total is not null)),
	check (num_nonnulls(total, method, basis) in (0, 3)),
	check ((version > 1) = (why is not null))
);

-- One person who came, tapped on a phone, off line too. The client id makes it once.
create table head_taps (
	client_id text primary key check (length(client_id) between 8 and 56),
	number bigint generated always as identity,
	occurrence_id uuid not null references occurrences on delete cascade,
	account_id uuid not null references accounts, -- who brought it
	age_band text not null,
	is_first_time boolean not null,
	is_remote boolean not null,
	language text not null,
	is_undone boolean not null default false,
	came_late boolean not null default false, -- after the date was closed, or after its day
	taken_on date not null
);
create index head_taps_of_occurrence on head_taps (occurrence_id, number);
create index head_taps_by_day on head_taps (taken_on);
