-- The cards of the e-services, and one number that tells every node that public content changed.

create table services (
	id text primary key,
	position integer not null,
	card jsonb not null,                  -- see content/service.ts
	revised_at timestamptz not null,
	-- What the starter put here. A card that still has this hash was never edited, so a newer starter may replace it.
	starter_hash text
);

create table content_revision (
	only_row boolean primary key default true check (only_row),
	revision bigint not null
);
insert into content_revision (revision) values (1);

create function content_changed() returns trigger language plpgsql as $$
begin
	update content_revision set revision = revision + 1;
	return null;
end
$$;
create trigger services_changed after insert or update or delete on services
	for each statement execute function content_changed();
create trigger service_points_changed after insert or update or delete on service_points
	for each statement execute function content_changed();
