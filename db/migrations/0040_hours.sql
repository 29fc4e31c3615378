-- Hours: to the quarter in the ledger, and what becomes of an entry that is not confirmed.

-- Of all units the hour alone is recorded in parts: quarters, which are exact in every sum. What an hour was spent on is
-- said of nothing else; how people were met is not said of hours in which nobody was.
alter table facts drop constraint facts_quantity_check;
alter table facts alter column quantity type numeric(9, 2);
alter table facts add column work text;
alter table facts alter column channel drop not null;
alter table facts alter column form drop not null;
alter table facts add constraint facts_quantity_check check (quantity <> 0
	and case unit when 'hour' then quantity * 4 = trunc(quantity * 4) else quantity = trunc(quantity) end);
alter table facts add constraint facts_hours_check check (case unit
	when 'hour' then work is not null
	else work is null and num_nonnulls(channel, form) = 2 end);

-- `withdrawn`: by herself while nobody had settled it, or because she did not come to the shift.
alter table hour_entries drop constraint hour_entries_state_check;
alter table hour_entries add constraint hour_entries_state_check
	check (state in ('reported', 'confirmed', 'rejected', 'withdrawn'));
alter table hour_entries drop constraint hour_entries_check1;
alter table hour_entries add constraint hour_entries_settled_check check (case state
	when 'reported' then settled_by is null
	when 'withdrawn' then true
	else num_nonnulls(settled_by, settled_on) = 2 end);
alter table hour_entries add constraint hour_entries_fact_check check ((state = 'confirmed') = (fact_id is not null));

-- Why it was not confirmed, as a code; with `length` how long it was, as whoever looked at it remembers.
alter table hour_entries add column reason text
	check (reason in ('length', 'day', 'twice', 'not-ours', 'talk'));
alter table hour_entries add column proposed_quarters integer check (proposed_quarters between 1 and 96);
alter table hour_entries add constraint hour_entries_rejected_check check ((state = 'rejected') = (reason is not null));
alter table hour_entries add constraint hour_entries_proposal_check
	check (proposed_quarters is null or reason = 'length');
create index hour_entries_settled on hour_entries (organisation_id, settled_on) where settled_by is not null;
