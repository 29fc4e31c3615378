-- Shifts follow the calendar, and what was done to one by hand stays.
alter table shifts
	add column is_by_hand boolean not null default false, -- changed or cancelled by somebody: its need writes it no more
	add column place_id text,                             -- of the date, as its people know it; null: nowhere, or a desk
	add column moved_at timestamptz,                      -- since then it is not what was taken: who had it may give it up
	drop constraint shifts_need_id_starts_at_key,
	drop constraint shifts_check1,
	add constraint shifts_at check (num_nonnulls(occurrence_id, desk_id) <= 1),
	drop constraint shifts_occurrence_id_fkey,
	-- A date that nobody registered for may be taken out of the calendar; its shift is then one that is off.
	add constraint shifts_occurrence_id_fkey foreign key (occurrence_id) references occurrences on delete set null;

-- One shift of a need for each date, and for each day of a desk.
create unique index shifts_once_a_date on shifts (need_id, occurrence_id) where occurrence_id is not null;
create unique index shifts_once_a_day on shifts (need_id, day) where desk_id is not null;
create index shifts_of_occurrence on shifts (occurrence_id);
create index swaps_to on swaps (to_account) where state = 'open';
