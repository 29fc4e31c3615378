-- Moves with whatever the public can see of the calendar: pages and indexes made before are then old.
create table calendar_revision (
	one boolean primary key default true check (one),
	number bigint not null
);
insert into calendar_revision (number) values (1);
create function move_calendar() returns trigger language plpgsql as $$
begin
	update calendar_revision set number = number + 1;
	return null;
end
$$;
create trigger activities_move_calendar after insert or update or delete on activities
	for each statement execute function move_calendar();
create trigger series_move_calendar after insert or update or delete on series
	for each statement execute function move_calendar();
create trigger occurrences_move_calendar after insert or delete on occurrences
	for each statement execute function move_calendar();
-- Turns are given with every registration, and nobody sees them.
create trigger occurrences_change_moves_calendar after update of day, starts, minutes, starts_at, ends_at, mode, place_id,
	link, capacity, walk_in, names, notice, state, cause, reason, replaced_by, replaced_by_line, is_full, sequence
	on occurrences for each statement execute function move_calendar();
