import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from './claim.server.ts';
import { buildConversation, buildHelper, fresh } from './testing.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();

test('whoever writes while her conversation is being closed waits in the queue, seen by all', async () => {
	const { id } = await buildConversation();
	await claimConversation({ id }, await buildHelper());
	const by = { author: 'visitor' as const };
	let written: Promise<unknown> = Promise.resolve();
	await at.ground.db.transaction(async (tx) => {
		await tx.query('select 1 from conversations where id = $1 for update', [id]);
		written = sendMessage({ conversationId: id, clientId: newId(), text: 'ещё вопрос', by });
		// The writer has begun its statement and waits for the lock by now.
		await new Promise((resolve) => setTimeout(resolve, 300));
		await tx.query('update claims set released_at = now() where conversation_id = $1', [id]);
		await tx.query(`update conversations set ended_at = now(), ended_by = 'helper' where id = $1`, [id]);
	});
	await written;
	const after = await fresh(id);
	expect([after.endedAt, after.holder]).toEqual([null, null]);
	expect(after.waitingSince).not.toBeNull();
});
