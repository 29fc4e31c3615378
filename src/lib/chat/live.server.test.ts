import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from './claim.server.ts';
import type { Message } from './conversation.ts';
import { follow, startLive } from './live.server.ts';
import { noteReadBy } from './speak.server.ts';
import { buildConversation, buildHelper } from './testing.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();
let stop: () => void = () => undefined;
beforeAll(() => void (stop = startLive()));
afterEach(() => vi.restoreAllMocks());
const say = (conversationId: string, text: string) =>
	sendMessage({ conversationId, clientId: newId(), text, by: { author: 'visitor' } });

function listen(id: string, cursor = 0) {
	const taken: Message[] = [];
	const signs: string[] = [];
	const leave = follow(id, { cursor, take: (message) => taken.push(message), hear: (sign) => signs.push(sign.name) });
	const texts = () => taken.map((message) => message.text);
	return { taken, signs, texts, leave };
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });

test('a reader gets what was said before her and everything after, each step once and in order', async () => {
	const { id } = await buildConversation('один');
	await say(id, 'два');
	const reader = listen(id);
	await until(() => expect(reader.texts()).toEqual(['один', 'два']));
	await Promise.all(Array.from({ length: 30 }, (_, i) => say(id, `слово ${i}`)));
	await until(() => expect(reader.taken).toHaveLength(32));
	expect(reader.taken.map((message) => message.seq)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
	reader.leave();
});

test('a reader who comes back goes on from her cursor', async () => {
	const { id } = await buildConversation('один');
	await say(id, 'два');
	const again = listen(id, 1);
	await until(() => expect(again.texts()).toEqual(['два']));
	again.leave();
});

test('what another node wrote comes by a doorbell that carries no words', async () => {
	const { id } = await buildConversation('один');
	const reader = listen(id);
	await until(() => expect(reader.taken).toHaveLength(1));
	// Another node: the row is there, and nothing was handed over on this one.
	await at.ground.db.query(
		`with added as (insert into messages (conversation_id, seq, client_id, author, kind, sent_at)
			values ($1, 2, $2, 'desk', 'ended', now()) returning seq)
		update conversations set last_seq = 2 where id = $1`,
		[id, newId()],
	);
	at.ground.bus.announce('conversation', id);
	await until(() => expect(reader.taken.map((message) => message.kind)).toEqual(['text', 'ended']));
	reader.leave();
});

test('a change of state is a step like any other', async () => {
	const { id } = await buildConversation('один');
	const reader = listen(id);
	await claimConversation({ id }, await buildHelper());
	await until(() => expect(reader.taken.map((message) => message.kind)).toEqual(['text', 'claimed']));
	reader.leave();
});

test('a read mark is told once, and never beyond what there is', async () => {
	const { id } = await buildConversation('один');
	const reader = listen(id);
	await noteReadBy('helper', id, { seq: 999 });
	await noteReadBy('helper', id, { seq: 1 });
	await until(() => expect(reader.signs).toEqual(['read']));
	const [row] = await at.ground.db.query<{ read: number }>(
		'select helper_read as read from conversations where id = $1',
		[id],
	);
	expect(row?.read).toBe(1);
	reader.leave();
});

test('whoever has left hears nothing more', async () => {
	const { id } = await buildConversation('один');
	const reader = listen(id);
	await until(() => expect(reader.taken).toHaveLength(1));
	reader.leave();
	await say(id, 'два');
	expect(reader.taken).toHaveLength(1);
	stop();
});
