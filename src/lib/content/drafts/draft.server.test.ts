import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { publishText } from '../editing/publish.server.ts';
import { reviewText } from '../editing/review.server.ts';
import { createItem, saveText } from '../editing/save.server.ts';
import { fingerprintOf } from '../item/fingerprint.ts';
import type { Block } from '../item/item.ts';
import { draftOf, draftTranslation, prepareDrafts, translatorIsOn } from './draft.server.ts';
import type { Draft } from './translate.ts';

const at = onGround();
type Asked = { q: string; source: string; target: string; format: string; api_key?: string };
const asked: Asked[] = [];
let answer: (question: Asked) => { status?: number; body: string; location?: string };
let server: http.Server;
let url = '';
let editor: StaffActor;

const translated = (text: string) => ({ body: JSON.stringify({ translatedText: text }) });
const step = (words: Block['words'], more: Partial<Block> = {}): Block => ({
	id: 'open',
	kind: 'step',
	words,
	...more,
});

beforeAll(async () => {
	server = http.createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += chunk;
		const question: Asked = JSON.parse(body);
		asked.push(question);
		const { status = 200, body: text, location } = answer(question);
		response.writeHead(request.url === '/translate' ? status : 404, { ...(location && { location }) }).end(text);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a listening TCP server
	editor = await person('editor');
});
beforeEach(() => {
	asked.length = 0;
	answer = ({ q }) => translated(`ru ${q}`);
});
afterEach(() => prepareDrafts(null));
afterAll(() => void server.close());

async function draft(...blocks: Block[]): Promise<Draft> {
	const made = await draftTranslation(blocks, 'fi', 'ru', { url, key: 'k' });
	if (isRefusal(made)) throw new Error(JSON.stringify(made));
	return made;
}

test('each part is translated by itself, in the shape of LibreTranslate, and marked as made by a machine', async () => {
	const block = step({ text: 'Avaa sivu.', see: 'Näet napin.' });
	expect(await draft(block)).toEqual({
		blocks: {
			open: {
				words: { text: 'ru Avaa sivu.', see: 'ru Näet napin.' },
				...{ basedOn: fingerprintOf(block), made: 'machine' },
			},
		},
		left: [],
	});
	expect(asked[0]).toEqual({ q: 'Avaa sivu.', source: 'fi', target: 'ru', format: 'text', api_key: 'k' });
});

test('labels of controls and marked words never reach the machine', async () => {
	const block = step({ text: 'Paina Lähetä tai [[fi:Peruuta]].' }, { control: { fi: 'Lähetä', seen: true } });
	expect((await draft(block)).blocks.open?.words.text).toBe('ru Paina [[fi:Lähetä]] tai [[fi:Peruuta]].');
	expect(asked[0]?.q).not.toMatch(/Lähetä|Peruuta/);
});

test.each([
	['a lost mark', '[[fi:OmaKela]] auki', 'auki', 'marks'],
	['a changed number', 'Soita 116 117', 'Звоните 116 171', 'numbers'],
	['a number out of nothing', 'Soita', 'Звоните 112', 'numbers'],
	['no text', 'Soita', ' ', 'wrong'],
	['a whole book', 'Soita', 'x'.repeat(5_000), 'wrong'],
	['marks of its own', 'Soita', '[[fi:', 'wrong'],
])('what the machine spoils is left to a person: %s', async (_what, text, given, why) => {
	answer = ({ q }) => translated(q === 'Hyvä.' ? 'Хорошо.' : given);
	expect(await draft(step({ text, see: 'Hyvä.' }))).toMatchObject({
		blocks: { open: { words: { see: 'Хорошо.' } } },
		left: [{ block: 'open', part: 'text', why }],
	});
});

test('numbers may change their places and spaces; markup and control characters stay text', async () => {
	answer = () => translated('До 12.5. звоните 0100\u00a0200.\u0000<b>');
	const made = await draft(step({ text: 'Soita 0100200, 12.5. asti.' }));
	expect(made.blocks.open?.words.text).toBe('До 12.5. звоните 0100\u00a0200. <b>');
});

test('how a label sounds is not asked of a machine', async () => {
	const made = await draft(step({ reading: 'ЛЯ-хе-тя', meaning: 'Отправить' }));
	expect(made.left).toEqual([{ block: 'open', part: 'reading', why: 'reading' }]);
	expect(asked.map(({ q }) => q)).toEqual(['Отправить']);
});

test.each([
	['does not know the language', { status: 400, body: '{"error":"x is not supported"}' }, 'translator-refuses'],
	['wants another key', { status: 403, body: '{}' }, 'translator-refuses'],
	['has enough of us', { status: 429, body: '{}' }, 'translator-busy'],
	['is broken', { status: 500, body: 'x' }, 'translator-away'],
	['sends us elsewhere', { status: 302, body: '', location: 'http://127.0.0.1:1/' }, 'translator-away'],
	['answers with a page', { body: '<html>' }, 'translator-wrong'],
	['answers in another shape', { body: '{"translatedText":["x"]}' }, 'translator-wrong'],
	['answers without end', { body: 'x'.repeat(300_000) }, 'translator-wrong'],
])('a service that %s is a clear refusal', async (_what, given, reason) => {
	answer = () => given;
	expect(await draftTranslation([step({ text: 'Soita' })], 'fi', 'ru', { url })).toMatchObject({ refused: reason });
});

test('nobody at the address is a clear refusal', async () => {
	const nobody = { url: 'http://127.0.0.1:1' };
	expect(await draftTranslation([step({ text: 'Soita' })], 'fi', 'ru', nobody)).toMatchObject({
		refused: 'translator-away',
	});
});

test('a service that falls silent midway has still done the first half', async () => {
	answer = ({ q }) => (q === 'Yksi.' ? translated('Один.') : { status: 500, body: '' });
	const made = await draft(step({ text: 'Yksi.' }), step({ text: 'Kaksi.', see: 'Kolme.' }, { id: 'send' }));
	expect(Object.keys(made.blocks)).toEqual(['open']);
	expect(made.left).toEqual([
		{ block: 'send', part: 'text', why: 'time' },
		{ block: 'send', part: 'see', why: 'time' },
	]);
	expect(asked).toHaveLength(2);
});

async function publicGuide(isPublic: boolean): Promise<string> {
	const created = await createItem({ kind: 'guide', id: `g-${newId()}`, source: 'fi', title: 'Opas' }, editor);
	const item = 'item' in created ? created.item : '';
	const blocks = [{ id: 'title', kind: 'title', words: { text: 'Opas' } }, step({ text: 'Avaa sivu.' })];
	const content = { about: { risk: 'ordinary' }, blocks };
	const saved = await saveText({ item, lang: 'fi', parent: null, content, note: '', scope: 'major' }, editor);
	const revision = 'revision' in saved ? saved.revision : '';
	await reviewText({ revision, verdict: 'approved', overrideReason: 'alone' }, editor);
	if (isPublic) await publishText({ revision }, editor);
	return item;
}

test('without a service set there are no drafts and nothing is sent', async () => {
	expect(translatorIsOn()).toBe(false);
	expect(await draftOf({ item: await publicGuide(true), lang: 'ru' }, editor)).toMatchObject({
		refused: 'translator-off',
	});
	expect(asked).toEqual([]);
});

test('an editor gets drafts of a public text, of all blocks or of those she names, and can save them', async () => {
	prepareDrafts({ url });
	const item = await publicGuide(true);
	const whole = await draftOf({ item, lang: 'ru' }, editor);
	expect(whole).toMatchObject({ blocks: { title: { words: { text: 'ru Opas' } }, open: { made: 'machine' } } });
	expect(await draftOf({ item, lang: 'ru', blocks: ['open'] }, editor)).not.toHaveProperty('blocks.title');
	const content = { blocks: 'blocks' in whole ? whole.blocks : {} };
	const saved = await saveText({ item, lang: 'ru', parent: null, content, note: '', scope: 'major' }, editor);
	const revision = 'revision' in saved ? saved.revision : '';
	await reviewText({ revision, verdict: 'approved', overrideReason: 'alone' }, editor);
	expect(await publishText({ revision }, editor)).toMatchObject({ refused: 'machine' });
});

test('what is not public does not leave the site, whoever asks', async () => {
	prepareDrafts({ url });
	expect(await draftOf({ item: await publicGuide(false), lang: 'ru' }, editor)).toMatchObject({
		refused: 'source-first',
	});
	const item = await publicGuide(true);
	expect(await draftOf({ item, lang: 'ru' }, await person('funder'))).toMatchObject({ refused: 'forbidden' });
	expect(await draftOf({ item, lang: 'fi' }, editor)).toMatchObject({ refused: 'malformed' });
	expect(await draftOf({ item, lang: 'fi-easy' }, editor)).toMatchObject({ refused: 'malformed' });
	expect(await draftOf({ item: 'guide/none', lang: 'ru' }, editor)).toMatchObject({ refused: 'missing' });
	expect(asked).toEqual([]);
});
