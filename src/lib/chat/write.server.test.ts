import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from './claim.server.ts';
import { endConversation } from './end.server.ts';
import { forget } from './forget.server.ts';
import { readConversation } from './read.server.ts';
import { answerAsHelper, sendAsVisitor } from './speak.server.ts';
import { buildConversation, buildHelper, fresh } from './testing.ts';
import { visitorOf } from './visitor.ts';
import type { Sent } from './messages/sending.server.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();
const say = (conversationId: string, text: string, clientId = newId()) =>
	sendMessage({ conversationId, clientId, text, by: { author: 'visitor' } });
const textsOf = async (id: string) =>
	(await readConversation(await fresh(id))).filter((m) => m.kind === 'text').map((m) => m.text);
const sent = (outcome: Awaited<ReturnType<typeof say>>): Sent => {
	if (isRefusal(outcome)) throw new Error(outcome.refused);
	return outcome;
};

test('messages sent at once get gapless numbers in one order, and all are there', async () => {
	const { id } = await buildConversation();
	const outcomes = await Promise.all(Array.from({ length: 50 }, (_, i) => say(id, `слово ${i}`)));
	expect(outcomes.map((o) => sent(o).seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2));
	expect(await textsOf(id)).toHaveLength(51);
});

test('a message sent again with its id is stored once and keeps its number, also within one batch', async () => {
	const { id } = await buildConversation();
	const key = newId();
	const [first, twin] = await Promise.all([say(id, 'раз', key), say(id, 'раз', key)]);
	expect(sent(twin).seq).toBe(sent(first).seq);
	expect(sent(await say(id, 'раз', key)).seq).toBe(sent(first).seq);
	expect(await textsOf(id)).toEqual(['Здравствуйте', 'раз']);
});

test('another text under an id that is known changes nothing and is refused; the same with its secrets is the same', async () => {
	const { id } = await buildConversation();
	const key = newId();
	const first = sent(await say(id, 'мой IBAN FI21 1234 5600 0007 85', key));
	expect(first.hidden).toEqual(['iban']);
	expect(await say(id, 'другое', key)).toEqual(refused('other-text'));
	expect(sent(await say(id, 'мой IBAN FI21 1234 5600 0007 85', key))).toEqual(first);
	const twins = newId();
	const both = await Promise.all([say(id, 'раз', twins), say(id, 'два', twins)]);
	// Which of the two is stored is nobody's promise.
	expect(both.filter((one) => isRefusal(one))).toEqual([refused('other-text')]);
	expect(await textsOf(id)).toHaveLength(3);
});

test('whatever is sent by whom in whatever order, every conversation is gapless and complete', async () => {
	const all = await Promise.all([buildConversation(), buildConversation(), buildConversation()]);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(4)), { minLength: 1, maxLength: 30 }), async (plan) => {
			const round = newId();
			await Promise.all(plan.map(([c, key]) => say(all[c]?.id ?? '', 'слово', `${round}-${c}-${key}`)));
			for (const { id } of all) {
				const seqs = (await readConversation(await fresh(id))).map((m) => m.seq);
				expect(seqs).toEqual(seqs.map((_, i) => i + 1));
			}
		}),
		{ numRuns: 15 },
	);
});

test('nothing that was written can be found in the database, and identity codes are hidden before they are stored', async () => {
	const { id } = await buildConversation('Мой код 131052-900W, помогите');
	const answer = sent(await say(id, 'canary-in-cyrillic-канарейка'));
	expect(answer.hidden).toEqual([]);
	expect(await textsOf(id)).toEqual(['Мой код ••••••, помогите', 'canary-in-cyrillic-канарейка']);
	const [row] = await at.ground.db.query<{ dump: string }>(`select string_agg(m::text, ' ') as dump from messages m`);
	const [raw] = await at.ground.db.query<{ sealed: Buffer }>(
		`select string_agg(sealed, ''::bytea) as sealed from messages`,
	);
	for (const word of ['131052', 'помогите', 'канарейка']) {
		expect(row?.dump.includes(word)).toBe(false);
		expect(raw?.sealed.includes(Buffer.from(word))).toBe(false);
	}
});

test('what the browser hid before sending is known as hidden, though the words show it no more', async () => {
	const { id } = await buildConversation();
	const outcome = await sendAsVisitor(id, { clientId: newId(), text: 'Мой код ••••••', alreadyHidden: ['hetu'] });
	expect(outcome).toMatchObject({ hidden: ['hetu'] });
	expect((await readConversation(await fresh(id))).at(-1)?.hidden).toEqual(['hetu']);
	expect(await sendAsVisitor(id, { clientId: newId(), text: 'x', alreadyHidden: ['name'] })).toMatchObject({
		refused: 'malformed',
	});
});

test('a number that begins in one message and ends in the next is hidden in both', async () => {
	const { id } = await buildConversation('вот номер карты 4111 1111');
	await say(id, '1111 1111 это всё');
	const joined = (await textsOf(id)).join(' ');
	expect(joined).not.toMatch(/4111|1111/);
	const steps = await readConversation(await fresh(id));
	expect(steps.find((m) => m.kind === 'redacted')).toMatchObject({ aboutSeq: 1, author: 'desk' });
});

test('a number in three messages is hidden in all of them, and the readers are told of each', async () => {
	const { id } = await buildConversation('карта 4111 1111');
	await say(id, '1111');
	await say(id, '1111');
	expect((await textsOf(id)).join(' ')).not.toMatch(/1111/);
	const steps = await readConversation(await fresh(id));
	expect(steps.filter((m) => m.kind === 'redacted').map((m) => m.aboutSeq)).toEqual([1, 2]);
});

test('a number that only the next message calls a code is hidden then', async () => {
	const { id } = await buildConversation('482190');
	expect((await textsOf(id)).join(' ')).toContain('482190');
	await say(id, 'это код из смс');
	expect((await textsOf(id)).join(' ')).not.toContain('482190');
});

test('a number is hidden in both parts also when the helper spoke in between, and nothing is hidden twice', async () => {
	const conversation = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id: conversation.id }, helper);
	const answer = (text: string) => answerAsHelper({ id: conversation.id, clientId: newId(), text }, helper);
	await say(conversation.id, 'вот номер карты 4111 1111');
	await answer('Подождите, не пишите его');
	await say(conversation.id, '1111 1111 это всё');
	await answer('Я его не вижу');
	expect(sent(await say(conversation.id, 'хорошо, 12 часов')).hidden).toEqual([]);
	expect((await textsOf(conversation.id)).join(' ')).not.toMatch(/4111|1111/);
	const steps = await readConversation(await fresh(conversation.id));
	expect(steps.filter((m) => m.kind === 'redacted')).toHaveLength(1);
});

test('a helper speaks only while she holds the conversation', async () => {
	const conversation = await buildConversation();
	const helper = await buildHelper();
	const speak = () => answerAsHelper({ id: conversation.id, clientId: newId(), text: 'ответ' }, helper);
	expect(await speak()).toMatchObject({ refused: 'not-held' });
	await claimConversation({ id: conversation.id }, helper);
	expect(await speak()).toMatchObject({ text: 'ответ' });
});

test('a visitor who writes after the end opens the conversation again, and waits', async () => {
	const { id, caseId } = await buildConversation();
	await endConversation({}, visitorOf(caseId));
	expect((await fresh(id)).endedAt).not.toBeNull();
	await say(id, 'ещё вопрос');
	const again = await fresh(id);
	expect(again.endedAt).toBeNull();
	expect(again.waitingSince).not.toBeNull();
	expect((await readConversation(again)).map((m) => m.kind)).toEqual(['text', 'ended', 'reopened', 'text']);
});

test('a later message moves the day of expiry and everything said before lies under the new day', async () => {
	const conversation = await buildConversation('первое');
	const back = turnClock(() => Date.now() + 3 * 86_400_000);
	await say(conversation.id, 'второе');
	const moved = await fresh(conversation.id);
	expect(moved.expiresOn > conversation.expiresOn).toBe(true);
	await forget({ id: conversation.id, expiresOn: conversation.expiresOn });
	expect(await textsOf(conversation.id)).toEqual(['первое', 'второе']);
	back();
});

test('into a conversation that is not there nothing is written', async () => {
	expect(await say(newId(), 'кому')).toMatchObject({ refused: 'missing' });
});
