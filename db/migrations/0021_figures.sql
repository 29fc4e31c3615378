-- What became of each wait at a desk: counts without anybody in them, and the marks that let each wait be counted once.

-- A wait is known by what waited and the moment at which it began. Given back, handed over or moved to another desk it
-- is the same wait, so it is not counted again.
create table waits (
	subject_id uuid not null,             -- the conversation, callback or case that waited
	began_at timestamptz not null,
	case_id uuid not null references cases on delete cascade,
	desk_id text not null references desks,
	channel text not null,
	became text not null,
	primary key (subject_id, began_at)
);
create index waits_case on waits (case_id);

create table wait_counts (
	desk_id text not null references desks,
	month date not null check (extract(day from month) = 1),
	weekday integer not null check (weekday between 1 and 7), -- of the moment at which it began, by the desk's clock
	hour integer not null check (hour between 0 and 23),
	channel text not null check (channel in ('chat', 'question', 'phone', 'email', 'sms', 'visit', 'video', 'event')),
	became text not null check (became in ('within-1', 'within-5', 'within-15', 'within-60', 'within-1440', 'later',
		'abandoned', 'unanswered', 'blocked')),
	times integer not null check (times >= 0),
	primary key (desk_id, month, weekday, hour, channel, became)
);

create index facts_service on facts (service_id, occurred_on) where service_id is not null;
create index facts_guide_missing on facts (occurred_on) where guide_missing;
