-- Word to volunteers also for whoever chose no way: it stands on her own page. What nothing carries is said by somebody.

alter table volunteer_notices drop constraint volunteer_notices_kind_check;
alter table volunteer_notices add constraint volunteer_notices_kind_check check (kind in ('sms', 'email', 'page'));
alter table volunteer_notices drop constraint volunteer_notices_state_check;
alter table volunteer_notices add constraint volunteer_notices_state_check
	check (state in ('waiting', 'sent', 'failed', 'called', 'dropped'));
alter table volunteer_notices add column said_start timestamptz;             -- when the shift begins, as the word said it
alter table volunteer_notices add column held_until timestamptz;             -- in the hands of a node that sends it
alter table volunteer_notices add column called_by uuid references accounts; -- who told her by voice
alter table volunteer_notices add constraint volunteer_notices_called check ((state = 'called') = (called_by is not null));
create index volunteer_notices_of_volunteer on volunteer_notices (account_id, made_at);

-- What was hers once and is no more stays in her calendar as cancelled; an offer she never took was never there.
alter table assignments add column taken_at timestamptz;
update assignments set taken_at = changed_at where state in ('taken', 'done', 'no-show');
