-- What the starter content put into a row. A row whose card still has this hash was never edited, so a newer starter
-- may replace it; every other row is the editors' own.

alter table services add column starter_hash text;
alter table service_points add column starter_hash text;
