import { expect, test } from 'vitest';
import { onGround } from '../../bin/testing/ground.ts';
import { buildConversation } from '#lib/chat/testing.ts';
import { prepareTables } from './tables.ts';

const at = onGround();

test('the tables of the site can be filled and emptied again as the bench needs it', async () => {
	const { id } = await buildConversation();
	const counts = async () =>
		at.ground.db.query(
			`select count(distinct conversation_id)::int as conversations, count(*)::int as messages
			from messages where conversation_id <> $1`,
			[id],
		);
	await prepareTables({ site: at.databaseUrl }, 'filled');
	expect(await counts()).toEqual([{ conversations: 5_000, messages: 100_000 }]);
	await prepareTables({ site: at.databaseUrl }, 'purged');
	expect(await counts()).toEqual([{ conversations: 0, messages: 0 }]);
});
