import { expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { addRow, openBatch, storeBatch } from './batch.server.ts';
import { eventRow } from './messages/step.server.ts';
import { buildConversation } from './testing.ts';

const at = onGround();

test('a writer that waited for the conversation knows what another node stored in it meanwhile', async () => {
	const { id } = await buildConversation();
	const clientId = newId();
	const open = (tx: Queryable) => openBatch(tx, [{ conversationId: id, clientId, by: { author: 'visitor' } }]);
	const { db } = at.ground;
	const [seq, waited] = await db.transaction(async (tx) => {
		const batch = await open(tx);
		const seq = await addRow(batch, id, { ...eventRow('text', clientId), author: 'visitor', language: 'ru' }, 'раз');
		await Promise.all(storeBatch(batch));
		const waited = db.transaction(async (other) => (await open(other)).known.get(`${id} ${clientId}`));
		await vi.waitFor(async () => expect(await waiting()).toBe(1));
		return [seq, { waited }] as const;
	});
	expect(await waited.waited).toBe(seq);
});

async function waiting(): Promise<number> {
	const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
	return (await at.ground.db.query(text)).length;
}
