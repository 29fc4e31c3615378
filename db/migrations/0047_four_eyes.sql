-- Whoever made somebody's personal link does not confirm the hours that were written down through it.
alter table volunteers
	add column link_made_by uuid references accounts (id); -- null: by herself
alter table hour_entries
	add column link_made_by uuid references accounts (id), -- null: not through a link, or through one of her own
	add constraint hour_entries_four_eyes check (state <> 'confirmed' or settled_by is distinct from link_made_by);
