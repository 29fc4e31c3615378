-- What somebody knows of a date by the last word that reached her: so she is told what is different for her, once.
alter table event_notices
	add column told jsonb,                -- how things stood when it was sent; see events/notices/truth.ts
	add column held_until timestamptz;    -- while a node has it in hand: of one registration one word at a time
