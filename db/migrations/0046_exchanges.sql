-- A swap may name the place of the other one that the holder would take for it: then both change hands, or neither.
alter table swaps add column other_id uuid references assignments;
alter table swaps add constraint swaps_exchange_names_one check (other_id is null or to_account is not null);
alter table swaps drop constraint swaps_state_check;
alter table swaps add constraint swaps_state_check
	check (state in ('open', 'accepted', 'declined', 'withdrawn', 'expired'));
create index swaps_other on swaps (other_id) where state = 'open';
