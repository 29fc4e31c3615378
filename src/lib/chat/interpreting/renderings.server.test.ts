import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { forget } from '../forget.server.ts';
import { eraseEverything } from '../end.server.ts';
import { readConversation } from '../read.server.ts';
import { answerAsHelper, sendAsVisitor } from '../speak.server.ts';
import { buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { draftRendering } from './machine.server.ts';
import { renderingsOf } from './rendering.ts';
import { readAsClerk } from './seen.server.ts';
import { sendAsClerk } from './speak.server.ts';
import { buildAttended, mustAttend } from './testing.ts';
import { prepareWordDrafts } from './translator.server.ts';

const at = onGround();
let ahead = 0;
afterAll(turnClock(() => Date.now() + ahead));
const asked: { q: string; source: string; target: string }[] = [];
let answer: (q: string) => string;
let server: http.Server;
let url = '';

beforeAll(async () => {
	server = http.createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += chunk;
		const question: (typeof asked)[number] = JSON.parse(body);
		asked.push(question);
		response.end(JSON.stringify({ translatedText: answer(question.q) }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a listening TCP server
});
beforeEach(() => {
	asked.length = 0;
	answer = (q) => `machine: ${q}`;
});
afterEach(() => prepareWordDrafts(null));
afterAll(() => void server.close());

/** The clerk has said something; the helper may render it. */
async function asking(text = 'Hyvää päivää') {
	const of = await buildAttended();
	const sent = await sendAsClerk(of.clerk, { clientId: newId(), text });
	const seq = isRefusal(sent) ? 0 : sent.seq;
	const { id } = of.conversation;
	const render = (said: string, more: object = {}, who = of.helper) =>
		answerAsHelper({ id, clientId: newId(), text: said, rendering: { seq, language: 'ru', ...more } }, who);
	const draft = (more: object = {}, who = of.helper) => draftRendering({ id, seq, language: 'ru', ...more }, who);
	const shown = async () => renderingsOf(await readConversation(await fresh(id))).get(seq) ?? [];
	return { ...of, id, seq, render, draft, shown };
}

test('a rendering is the next step of the conversation, signed, and a newer one stands instead of it', async () => {
	const { id, render, shown } = await asking();
	await render('Добрый вечер');
	await render('Добрый день');
	expect(await shown()).toMatchObject([{ language: 'ru', text: 'Добрый день', made: 'human' }]);
	const steps = await readConversation(await fresh(id));
	expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, place) => place + 1));
	expect(steps.filter(({ kind }) => kind === 'rendering').map(({ text }) => text)).toEqual([
		'Добрый вечер',
		'Добрый день',
	]);
});

test('sent twice with one id it is stored once', async () => {
	const { id, helper, seq } = await asking();
	const said = { id, clientId: newId(), text: 'Добрый день', rendering: { seq, language: 'ru' } };
	const [first, again] = await Promise.all([answerAsHelper(said, helper), answerAsHelper(said, helper)]);
	expect(again).toEqual(first);
});

test('only texts are rendered, into another language than their own, by those who may answer', async () => {
	const { seq, render } = await asking();
	expect(await render('x', { language: 'fi' })).toMatchObject({ fields: { text: 'same-language' } });
	expect(await render('x', { seq: seq + 5 })).toMatchObject({ refused: 'missing' });
	expect(await render('x', { seq: 2 })).toMatchObject({ refused: 'missing' });
	expect(await render('x', {}, await buildHelper('test-association', 'volunteer'))).toMatchObject({
		refused: 'not-held',
	});
	expect(await render('x', {}, await buildHelper('other-association'))).toMatchObject({ refused: 'missing' });
	expect(isRefusal(await render('x', {}, await buildHelper()))).toBe(false);
});

test('numbers in a rendering are hidden like everybody’s', async () => {
	const { render, shown } = await asking();
	expect(await render('личный код 131052-900W')).toMatchObject({ hidden: ['hetu'] });
	expect(await shown()).toMatchObject([{ text: 'личный код ••••••' }]);
});

test('when a number is hidden in a message later, what was rendered and drafted of it says it no more', async () => {
	const { conversation, helper, id } = await buildAttended().then((of) => ({ ...of, id: of.conversation.id }));
	const first = await sendAsVisitor(id, { clientId: newId(), text: 'вот 131052' });
	const seq = isRefusal(first) ? 0 : first.seq;
	prepareWordDrafts({ url });
	await draftRendering({ id, seq, language: 'fi' }, helper);
	await answerAsHelper({ id, clientId: newId(), text: 'tässä 131052', rendering: { seq, language: 'fi' } }, helper);
	await sendAsVisitor(id, { clientId: newId(), text: '-900W' });
	const steps = await readConversation(await fresh(conversation.id));
	expect(JSON.stringify(steps)).not.toContain('131052');
	expect(renderingsOf(steps).get(seq)).toBeUndefined();
	expect(await at.ground.db.query('select 1 from machine_drafts where conversation_id = $1', [id])).toEqual([]);
});

test('of a rendering in which a number is hidden later the clerk, who may not see the message, is told no word', async () => {
	const { conversation, helper, browser } = await buildAttended();
	const { id } = conversation;
	const said = { id, clientId: newId(), text: 'salaisuus 131052', rendering: { seq: 1, language: 'fi' } };
	await answerAsHelper(said, helper);
	await answerAsHelper({ id, clientId: newId(), text: '-900W' }, helper);
	const steps = await readConversation(await fresh(id));
	expect(steps.map(({ kind }) => kind)).toContain('redacted');
	expect(JSON.stringify(steps)).not.toContain('131052');
	expect(JSON.stringify(await readAsClerk(await mustAttend(browser)))).not.toContain('salaisuus');
});

test('renderings and drafts move with the conversation to its new day, are dark in the database, and are erased with it', async () => {
	const { conversation, id, expiresOn, render, draft, shown } = await asking().then((of) => ({
		...of,
		expiresOn: of.conversation.expiresOn,
	}));
	prepareWordDrafts({ url });
	await draft();
	await render('канарейка');
	ahead += 2 * 86_400_000;
	await sendAsVisitor(id, { clientId: newId(), text: 'ещё' });
	await forget({ id, expiresOn });
	expect(await shown()).toMatchObject([{ text: 'канарейка' }]);
	expect(await draft()).toEqual({ text: 'machine: Hyvää päivää' });
	expect(asked).toHaveLength(1);
	const [row] = await at.ground.db.query<{ raw: Buffer }>(
		`select string_agg(sealed, ''::bytea) as raw from (select sealed from messages union all select sealed from machine_drafts) s`,
	);
	for (const word of ['канарейка', 'machine']) expect(row?.raw.includes(Buffer.from(word))).toBe(false);
	await eraseEverything({}, visitorOf(conversation.caseId));
	expect(
		await at.ground.db.query(
			`select conversation_id from machine_drafts where conversation_id = $1
			union all select conversation_id from clerks where conversation_id = $1`,
			[id],
		),
	).toEqual([]);
});

test('without a service set there are no drafts and nothing is sent', async () => {
	const { draft } = await asking();
	expect(await draft()).toMatchObject({ refused: 'translator-off' });
	expect(asked).toEqual([]);
});

test('a draft is made of the masked text, for those who may answer, and nobody else sees it', async () => {
	prepareWordDrafts({ url });
	const { id, draft, shown } = await asking('Henkilötunnus 131052-900W');
	expect(await draft({}, await buildHelper('test-association', 'volunteer'))).toMatchObject({ refused: 'not-held' });
	expect(asked).toEqual([]);
	expect(await draft()).toEqual({ text: 'machine: Henkilötunnus ••••••' });
	expect(asked).toMatchObject([{ q: 'Henkilötunnus ••••••', source: 'fi', target: 'ru' }]);
	expect(await shown()).toEqual([]);
	expect(JSON.stringify(await readConversation(await fresh(id)))).not.toContain('machine');
});

test('said as it was it is a machine’s draft, whatever the console says; gone over by a person, that too is said', async () => {
	prepareWordDrafts({ url });
	const { draft, render, shown } = await asking();
	await draft();
	for (const isDraft of [true, false]) {
		await render(' machine:  Hyvää päivää', { isDraft });
		expect(await shown()).toMatchObject([{ made: 'machine' }]);
	}
	await render('Добрый день', { isDraft: true });
	expect(await shown()).toMatchObject([{ made: 'checked' }]);
});

test('a machine that changes a number, or says nothing, is not shown', async () => {
	prepareWordDrafts({ url });
	const { draft } = await asking('Maksu on 250 euroa');
	for (const wrong of ['Оплата 520 евро', ' ']) {
		answer = () => wrong;
		expect(await draft()).toMatchObject({ refused: 'translator-wrong' });
	}
});

test('a machine’s draft does not go out as the helper’s own words; what she says herself, and short words, do', async () => {
	prepareWordDrafts({ url });
	const { id, helper, draft, seq } = await asking('Tuokaa passi ja vuokrasopimus');
	await draft();
	const say = (text: string) => answerAsHelper({ id, clientId: newId(), text }, helper);
	expect(await say(' machine: Tuokaa  passi ja vuokrasopimus')).toMatchObject({ refused: 'machine-draft' });
	expect(await say('Принесите паспорт и договор аренды')).not.toHaveProperty('refused');
	const short = await sendAsVisitor(id, { clientId: newId(), text: 'да' });
	answer = () => 'Kyllä.';
	await draft({ seq: isRefusal(short) ? seq : short.seq, language: 'fi' });
	expect(await say('Kyllä.')).not.toHaveProperty('refused');
});
