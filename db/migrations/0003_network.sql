-- Organisations of the network and the places where help is given.

create table organisations (
	id text primary key,
	kind text not null check (kind in ('central-organisation', 'association', 'chapter', 'authority', 'library',
		'municipality', 'regional-council', 'funder')),
	names jsonb not null,
	is_demonstration boolean not null default false
);
alter table memberships add foreign key (organisation_id) references organisations;

create table service_points (
	id text primary key,
	position integer not null,
	organisation_id text references organisations,
	starter_hash text,                    -- see services
	card jsonb not null                   -- names, municipality, what is offered, link, check: see network/servicePoint.ts
);
