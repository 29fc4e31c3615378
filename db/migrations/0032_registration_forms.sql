-- What registering by oneself adds.

-- When she sent the form that her seat, or her place in the line, was kept for; null while it is open.
alter table registrations add column filled_at timestamptz;
-- Groups that hold up the line are looked at again when their time is over.
create index registrations_short on registrations (short_since) where state = 'waiting' and short_since is not null;

-- She took her registration back by a text message, and is told that it is done.
alter table event_notices drop constraint event_notices_about_check;
alter table event_notices add constraint event_notices_about_check check (about in ('confirmed', 'waiting', 'offered',
	'offer-over', 'seat-gone', 'moved', 'mode-changed', 'cancelled', 'replaced', 'reminder', 'withdrawn'));
