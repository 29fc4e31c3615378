-- A date that people hold on to while its series moves to other days takes the place of one of those: the night's job
-- then makes no second one beside it.
alter table occurrences add column in_place_of date;
create unique index occurrences_in_place_of on occurrences (series_id, in_place_of) where in_place_of is not null;
