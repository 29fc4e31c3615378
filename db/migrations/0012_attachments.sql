-- Pictures that visitors send: a photo, or a document page by page, made anew (chat/attachments).

alter table messages drop constraint messages_kind_check;
alter table messages add constraint messages_kind_check check (kind in
	('text', 'card', 'picture', 'claimed', 'released', 'left', 'handed', 'ended', 'reopened', 'redacted', 'removed'));

-- The key of its pages lies in the message, under the seal of its conversation: what opens, moves or forgets the message
-- does the same to them, and no day of expiry that moves costs megabytes.
create table attachments (
	conversation_id uuid not null,
	seq integer not null,
	page integer not null check (page between 1 and 10),
	sealed bytea not null,
	primary key (conversation_id, seq, page),
	foreign key (conversation_id, seq) references messages on delete cascade
);
alter table attachments alter column sealed set storage external; -- what is sealed cannot be made smaller
