import { expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { maskAfter, maskAhead } from './masking.server.ts';
import type { Sending } from './messages/sending.server.ts';
import { readConversation } from './read.server.ts';
import { rememberText } from './recent.server.ts';
import { buildConversation, fresh } from './testing.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();
const sending = (conversationId: string, text: string): Sending => ({
	...{ conversationId, clientId: newId(), text },
	by: { author: 'visitor' },
});

test('what was masked ahead counts only while nothing of its author has been stored since', async () => {
	const of = await fresh((await buildConversation()).id);
	const before = [{ seq: of.lastSeq, text: 'Здравствуйте' }];
	rememberText(of, 'visitor', [], { seq: of.lastSeq, text: 'Здравствуйте' });
	const half = sending(of.id, '1111 1111');
	maskAhead(half);
	expect(maskAfter(half, before).spans).toEqual([]);
	const now = [...before, { seq: of.lastSeq + 1, text: 'карта 4111 1111' }];
	expect(maskAfter(half, now).text).not.toContain('1111');
});

test('two halves of a number that wait for the database together are hidden in both', async () => {
	const { id } = await buildConversation();
	const halves = ['карта 4111 1111', '1111 1111, вот она'].map((text) => sending(id, text));
	// Now its author's texts are in memory, and both halves can be masked before either is stored.
	await sendMessage(sending(id, 'у меня вопрос'));
	const sent = await at.ground.db.transaction(async (tx) => {
		await tx.query('select 1 from conversations where id = $1 for update', [id]);
		const sent: Promise<unknown>[] = [];
		for (const half of halves) {
			sent.push(sendMessage(half));
			await vi.waitFor(async () => expect(await writersThatWait()).toBe(sent.length));
		}
		return sent;
	});
	await Promise.all(sent);
	expect(await textsOf(id)).toContain('вот она');
	expect(await textsOf(id)).not.toMatch(/1111/);
});

test('the second half is hidden with the first also when what is in memory is from before the first', async () => {
	const { id } = await buildConversation();
	await sendMessage(sending(id, 'у меня вопрос'));
	const before = await fresh(id);
	await sendMessage(sending(id, 'карта 4111 1111'));
	// As on a node that has not heard yet what another one stored.
	rememberText(before, 'visitor', [], { seq: before.lastSeq, text: 'у меня вопрос' });
	await sendMessage(sending(id, '1111 1111, вот она'));
	expect(await textsOf(id)).toContain('вот она');
	expect(await textsOf(id)).not.toMatch(/1111/);
});

async function textsOf(id: string): Promise<string> {
	return (await readConversation(await fresh(id))).map((step) => step.text ?? '').join(' ');
}

async function writersThatWait(): Promise<number> {
	const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
	return (await at.ground.db.query(text)).length;
}
