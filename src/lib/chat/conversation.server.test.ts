import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { caseOfCode } from '#lib/cases/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation, releaseConversation } from './claim.server.ts';
import { blockConversation, closeConversation, mendClosing } from './close.server.ts';
import { endConversation, eraseEverything, renewCode } from './end.server.ts';
import { expireTalks, forget } from './forget.server.ts';
import { openConversation } from './open.server.ts';
import { mayFollow, placeInQueue, readConversation, readForHelper, visitorConversation } from './read.server.ts';
import { conversations } from './store.server.ts';
import { buildConversation, buildDesk, buildHelper, fresh } from './testing.ts';
import { visitorOf } from './visitor.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();
const codes = { topic: 'benefits', serviceId: 'kela-omakela', outcome: 'solved-together', minutes: 12 } as const;
const anyone = { kind: 'visitor', id: null } as const;
const counted = async () => {
	const [row] = await at.ground.db.query<{ sum: number }>('select coalesce(sum(quantity), 0) as sum from facts');
	return row?.sum;
};

test('opening asks for nothing but a message and gives a code that leads back', async () => {
	const { id, caseId, code, token } = await buildConversation('Помогите с Kela');
	expect(code).toMatch(/^\d{20}$/);
	expect((await caseOfCode(at.ground.db, code))?.id).toBe(caseId);
	expect((await visitorConversation(token))?.id).toBe(id);
	expect(await visitorConversation('another token')).toBeNull();
});

test('a first message sent twice at once or a little later opens one conversation, and the code that was given last works', async () => {
	await buildDesk();
	const opening = { startKey: newId(), text: 'привет', language: 'ru', kind: 'chat', page: null };
	const [first, second] = await Promise.all([openConversation(opening, anyone), openConversation(opening, anyone)]);
	if (isRefusal(first) || isRefusal(second)) throw new Error('refused');
	expect(second).toEqual(first);
	const later = await openConversation(opening, anyone);
	if (isRefusal(later)) throw new Error('refused');
	expect(later.conversationId).toBe(first.conversationId);
	expect(await caseOfCode(at.ground.db, later.came?.code ?? '')).not.toBeNull();
});

test('the same form with another first message leads into the conversation, and says that this text was not sent', async () => {
	await buildDesk();
	const opening = { startKey: newId(), text: 'мой код 131052-900W', language: 'ru', kind: 'chat', page: null };
	const other = { ...opening, text: 'совсем другое' };
	const [first, second] = await Promise.all([openConversation(opening, anyone), openConversation(other, anyone)]);
	if (isRefusal(first) || isRefusal(second)) throw new Error('refused');
	expect(second).toMatchObject({ conversationId: first.conversationId, hasOtherText: true });
	const again = await openConversation(opening, anyone);
	expect(again).toMatchObject({ conversationId: first.conversationId, hasOtherText: false });
	const words = (await readConversation(await fresh(first.conversationId))).map(({ text }) => text);
	expect(words).toEqual(['мой код ••••••']);
});

test('an empty, an endless or a keyless first message is refused by name', async () => {
	const opening = { startKey: newId(), text: 'x', language: 'ru', kind: 'chat' };
	expect(await openConversation({ ...opening, text: '  ' }, anyone)).toMatchObject({ fields: { text: 'empty' } });
	expect(await openConversation({ ...opening, text: 'я'.repeat(4_001) }, anyone)).toMatchObject({
		fields: { text: 'too-long' },
	});
	expect(await openConversation({ ...opening, startKey: '' }, anyone)).toMatchObject({
		fields: { startKey: 'no-key' },
	});
});

test('P07: of fifty who claim one conversation at once, one gets it', async () => {
	const { id } = await buildConversation();
	const helpers = await Promise.all(Array.from({ length: 50 }, () => buildHelper()));
	const outcomes = await Promise.all(helpers.map((helper) => claimConversation({ id }, helper)));
	expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
	expect(outcomes.filter((outcome) => isRefusal(outcome) && outcome.refused === 'held-by-another')).toHaveLength(49);
});

test('another association sees nothing: its claim, its reading and its closing find no such conversation', async () => {
	const { id } = await buildConversation();
	await buildDesk('other-association');
	const stranger = await buildHelper('other-association');
	expect(await claimConversation({ id }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await readForHelper(id, stranger)).toMatchObject({ refused: 'missing' });
	expect(await closeConversation({ id, ...codes }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await releaseConversation({ id }, stranger)).toMatchObject({ refused: 'missing' });
});

test('a volunteer reads only what she holds, an adviser also what others hold; each reading is on record', async () => {
	const { id } = await buildConversation();
	const [holder, volunteer, adviser] = [
		await buildHelper(),
		await buildHelper('test-association', 'volunteer'),
		await buildHelper(),
	];
	await claimConversation({ id }, holder);
	expect(await readForHelper(id, volunteer)).toMatchObject({ refused: 'forbidden' });
	expect(await readForHelper(id, adviser)).toMatchObject({ conversation: { id } });
	const trail = await at.ground.db.query(`select 1 from audit_entries where action = 'read' and subject_id = $1`, [id]);
	expect(trail).toHaveLength(1);
});

test('what is given back waits at its old place', async () => {
	const first = await buildConversation();
	const second = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id: first.id }, helper);
	await releaseConversation({ id: first.id }, helper);
	const [a, b] = [await placeInQueue(await fresh(first.id)), await placeInQueue(await fresh(second.id))];
	expect((a?.place ?? 0) < (b?.place ?? 0)).toBe(true);
});

test('closing writes one fact without a name; a mended closing is reversed and counted once', async () => {
	const before = (await counted()) ?? 0;
	const { id } = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	const closed = await closeConversation({ id, ...codes }, helper);
	if (isRefusal(closed)) throw new Error(closed.refused);
	expect(await counted()).toBe(before + 1);
	const mended = await mendClosing({ closingId: closed.closingId, ...codes, topic: 'work' }, helper);
	if (isRefusal(mended)) throw new Error(mended.refused);
	expect(await counted()).toBe(before + 1);
	expect(await mendClosing({ closingId: closed.closingId, ...codes }, helper)).toMatchObject({ refused: 'missing' });
	await mendClosing({ closingId: mended.closingId, ...codes, outcome: 'not-a-contact' }, helper);
	expect(await counted()).toBe(before);
});

test('a closing mended later stays on the day of its contact', async () => {
	const { id } = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	const closed = await closeConversation({ id, ...codes }, helper);
	if (isRefusal(closed)) throw new Error(closed.refused);
	const back = turnClock(() => Date.now() + 3 * 86_400_000);
	const mended = await mendClosing({ closingId: closed.closingId, ...codes, topic: 'work' }, helper);
	back();
	if (isRefusal(mended)) throw new Error(mended.refused);
	const days = await at.ground.db.query<{ days: number }>(
		`select count(distinct f.occurred_on) as days from closings c join facts f on f.id = c.fact_id where c.id = any($1)`,
		[[closed.closingId, mended.closingId]],
	);
	expect(days[0]?.days).toBe(1);
});

test('a conversation that the visitor ended is closed, not given back, so that it is counted', async () => {
	const { id, caseId } = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	await endConversation({}, visitorOf(caseId));
	expect(await releaseConversation({ id }, helper)).toMatchObject({ refused: 'forbidden' });
});

test('a visitor who writes on while a helper still holds the ended conversation does not wait again', async () => {
	const { id, caseId } = await buildConversation();
	await claimConversation({ id }, await buildHelper());
	await endConversation({}, visitorOf(caseId));
	await sendMessage({ conversationId: id, clientId: newId(), text: 'ещё', by: { author: 'visitor' } });
	expect(await fresh(id)).toMatchObject({ endedAt: null, waitingSince: null });
});

test('what is no id at all is simply not there', async () => {
	const helper = await buildHelper();
	expect(await readForHelper("x' or 1=1", helper)).toMatchObject({ refused: 'missing' });
	expect(await mayFollow('undefined', helper)).toBe(false);
});

test('an unknown topic, service or outcome closes nothing', async () => {
	const { id } = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	for (const wrong of [{ topic: 'politics' }, { serviceId: 'no-such' }, { outcome: 'great' }, { minutes: -1 }]) {
		expect(await closeConversation({ id, ...codes, ...wrong }, helper)).toMatchObject({ refused: 'malformed' });
	}
	expect((await fresh(id)).endedAt).toBeNull();
});

test('after blocking nothing can be written, and nothing is counted', async () => {
	const before = await counted();
	const { id } = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	await blockConversation({ id }, helper);
	expect(
		await sendMessage({ conversationId: id, clientId: newId(), text: 'x', by: { author: 'visitor' } }),
	).toMatchObject({
		refused: 'blocked',
	});
	expect(await counted()).toBe(before);
});

test('a conversation the visitor has ended can still be closed with its codes', async () => {
	const { id, caseId } = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	await endConversation({}, visitorOf(caseId));
	expect(await closeConversation({ id, ...codes }, helper)).toMatchObject({ closingId: expect.any(String) });
});

test('erasing takes the words, the way back and the key, and leaves the figures', async () => {
	const { id, caseId, code, token, expiresOn } = await buildConversation('сотрите меня');
	const helper = await buildHelper();
	await claimConversation({ id }, helper);
	await closeConversation({ id, ...codes }, helper);
	const figures = await counted();
	await eraseEverything({}, visitorOf(caseId));
	await workThrough({ forget });
	expect(await caseOfCode(at.ground.db, code)).toBeNull();
	expect(await visitorConversation(token)).toBeNull();
	expect(await at.ground.db.query('select 1 from messages where conversation_id = $1', [id])).toHaveLength(0);
	expect(await at.ground.keystore.findKey({ keyClass: 'chat', day: expiresOn, subject: id })).toBeNull();
	expect(await counted()).toBe(figures);
});

test('a new code works and the old one does not', async () => {
	const { caseId, code } = await buildConversation();
	const renewed = await renewCode({}, visitorOf(caseId));
	if (isRefusal(renewed)) throw new Error('refused');
	expect(await caseOfCode(at.ground.db, code)).toBeNull();
	expect((await caseOfCode(at.ground.db, renewed.code))?.id).toBe(caseId);
});

test('on the day after its last day a conversation is gone, and one that was written to later is not', async () => {
	const gone = await buildConversation('старое');
	const kept = await buildConversation('новое');
	let days = 1;
	const back = turnClock(() => Date.now() + days * 86_400_000);
	await sendMessage({ conversationId: kept.id, clientId: newId(), text: 'ещё', by: { author: 'visitor' } });
	days = 31;
	const key = { keyClass: 'chat' as const, day: gone.expiresOn, subject: gone.id };
	await expireTalks();
	expect(await conversations(at.ground.db).byId(gone.id)).toBeNull();
	expect(await at.ground.keystore.findKey(key)).toBeNull();
	expect((await readConversation(await fresh(kept.id))).map((m) => m.text)).toEqual(['новое', 'ещё']);
	back();
});
