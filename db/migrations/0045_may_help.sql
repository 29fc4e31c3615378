-- A pledge alone opens nobody's words to a newcomer who still learns, nor to a volunteer who has left.
alter table accounts
	add column may_help boolean not null default true; -- as a volunteer; paid workers are bound by their contract
update accounts a set may_help = false from volunteers v
	where v.account_id = a.id and v.state in ('training', 'left');
