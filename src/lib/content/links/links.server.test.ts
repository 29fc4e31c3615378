import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { turnClock } from '#lib/platform/clock.ts';
import type { OutboundAnswer } from '#lib/platform/http/outboundTransport.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { publishText } from '../editing/publish.server.ts';
import { reviewText } from '../editing/review.server.ts';
import { createItem, saveText } from '../editing/save.server.ts';
import { brokenLinks, checkLinksOf, linksOf } from './links.server.ts';
import { prepareLinks } from './look.server.ts';
import { dueLinks, linkRounds } from './round.server.ts';

const at = onGround();
const DAY = 86_400_000;
const pages = new Map<string, OutboundAnswer>();
const asked: string[] = [];
const people = new Map<Role, StaffActor>();
let time = 0;
let back = (): void => undefined;
let item = '';

const page = (status: number, html = ''): OutboundAnswer => ({ status, body: Buffer.from(html) });
const url = (path = '') => `https://service.example/${path}`;

beforeAll(async () => {
	prepareLinks('https://silta.example', {
		inTurn: (_, work) => work(),
		resolve: async () => ['193.166.3.2'],
		transport: async (request) => {
			asked.push(request.url.href);
			return pages.get(request.url.href) ?? page(404);
		},
	});
	for (const role of ['editor', 'coordinator', 'funder'] as const) people.set(role, await person(role));
});
beforeEach(async () => {
	time = Date.now();
	back = turnClock(() => time);
	pages.clear();
	asked.length = 0;
	const made = await createItem({ kind: 'guide', id: `g-${newId()}`, source: 'fi', title: 'Opas' }, who('editor'));
	item = 'item' in made ? made.item : '';
});
afterEach(async () => {
	back();
	await at.ground.db.query('delete from links');
});

function who(role: Role): StaffActor {
	const actor = people.get(role);
	if (!actor) throw new Error(`nobody is ${role}`);
	return actor;
}

async function write(about: Record<string, unknown>): Promise<string> {
	const blocks = [{ id: 'title', kind: 'title', words: { text: 'Opas' } }];
	const content = { about: { risk: 'ordinary', ...about }, blocks };
	const saved = await saveText({ item, lang: 'fi', parent: null, content, note: '', scope: 'major' }, who('editor'));
	if (!('revision' in saved)) throw new Error(JSON.stringify(saved));
	return saved.revision;
}

const press = () => checkLinksOf({ item }, who('editor'));
const first = async () => (await linksOf(at.ground.db, item))[0];

test('an editor presses the button: the links of her draft are looked at, and publishing is open', async () => {
	pages.set(url(), page(200, '<title>Palvelu</title>'));
	const revision = await write({ url: url(), sources: ['service.example/lahde'] });
	await reviewText({ revision, verdict: 'approved', overrideReason: 'alone' }, who('editor'));
	expect(await publishText({ revision }, who('coordinator'))).toMatchObject({ refused: 'links' });
	expect(await linksOf(at.ground.db, item)).toMatchObject([{ url: url(), outcome: null }, { url: url('lahde') }]);
	time += 1_000;
	const moment = new Date(time);
	expect(await press()).toMatchObject([
		{ url: url(), outcome: 'ok', status: 200, okAt: moment, failures: 0 },
		{ url: url('lahde'), outcome: 'broken', status: 404, okAt: null, failures: 1 },
	]);
	expect(await publishText({ revision }, who('coordinator'))).toMatchObject({ revision });
});

test('pressed again, it looks only at what is not well, or was looked at before the last change', async () => {
	pages.set(url(), page(200));
	await write({ url: url(), sources: [url('video')] });
	await press();
	asked.length = 0;
	await press();
	expect(asked).toEqual([url('video')]);
	time += 1_000;
	await write({ url: url(), minutes: 5 });
	asked.length = 0;
	await press();
	expect(asked).toEqual([url()]);
});

test('who does not write texts may not send us anywhere, and what is not there is missing', async () => {
	await write({ url: url() });
	expect(await checkLinksOf({ item }, who('funder'))).toMatchObject({ refused: 'forbidden' });
	expect(await checkLinksOf({ item: 'guide/none' }, who('editor'))).toMatchObject({ refused: 'missing' });
	expect(await checkLinksOf({ item: 'https://x.example' }, who('editor'))).toMatchObject({ refused: 'malformed' });
	expect(asked).toEqual([]);
});

test('a private address in a text is called by nobody and is a failure', async () => {
	await write({ url: 'http://169.254.169.254/latest/meta-data', sources: ['http://127.0.0.1:5432/'] });
	expect((await press()) as object).toMatchObject([
		{ outcome: 'refused', status: null, failures: 1 },
		{ outcome: 'refused', status: null, failures: 1 },
	]);
	expect(asked).toEqual([]);
});

test('the alarm is for three bad days, not for three presses, and one good look ends it', async () => {
	await write({ url: url() });
	await press();
	await press();
	await press();
	expect(await first()).toMatchObject({ failures: 1 });
	for (let day = 0; day < 2; day += 1) {
		time += DAY;
		await press();
	}
	expect(await brokenLinks(at.ground.db)).toMatchObject([
		{ url: url(), failures: 3, items: expect.arrayContaining([item]) },
	]);
	pages.set(url(), page(200));
	await press();
	expect(await first()).toMatchObject({ outcome: 'ok', failures: 0 });
	expect(await brokenLinks(at.ground.db)).toEqual([]);
});

test('a page that keeps programs out is shown as such and never alarms', async () => {
	pages.set(url(), page(403));
	await write({ url: url() });
	for (let day = 0; day < 5; day += 1) {
		await press();
		time += DAY;
	}
	expect(await first()).toMatchObject({ outcome: 'refused', status: 403, failures: 0 });
});

test('when the page behind a link gets another title, the day is kept', async () => {
	pages.set(url(), page(200, '<title>Etuudet</title>'));
	await write({ url: url() });
	await press();
	expect(await first()).toMatchObject({ changedAt: null });
	time += DAY + 1;
	pages.set(url(), page(200, '<title>Verkkotunnus myynnissä</title>'));
	await press();
	expect(await first()).toMatchObject({ outcome: 'ok', changedAt: new Date(time) });
});

test('the daily round takes every link of living texts once a day and forgets the others', async () => {
	await write({ url: url('old') });
	expect(await dueLinks()).toContain(url('old'));
	await press();
	await write({ url: url('new') });
	const due = await dueLinks();
	expect(due).toContain(url('new'));
	expect(due).not.toContain(url('old'));
	expect(await at.ground.db.query('select url from links where url = $1', [url('old')])).toEqual([]);
	const rounds = linkRounds({ isOn: () => true });
	await rounds.begin({});
	await expect.poll(async () => (await dueLinks()).length, { timeout: 5_000 }).toBe(0);
	expect(asked.filter((one) => one === url('new'))).toHaveLength(1);
	time += DAY + 1;
	expect(await dueLinks()).toContain(url('new'));
});

test('on a demonstration network, and after the stop, nobody is called', async () => {
	await write({ url: url() });
	await linkRounds({ isOn: () => false }).begin({});
	const stopped = linkRounds({ isOn: () => true });
	stopped.stop();
	await stopped.begin({});
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(asked).toEqual([]);
});

test('a public text keeps its links in the round while a draft has others', async () => {
	pages.set(url('public'), page(200));
	const revision = await write({ url: url('public') });
	await reviewText({ revision, verdict: 'approved', overrideReason: 'alone' }, who('editor'));
	await press();
	await publishText({ revision }, who('coordinator'));
	await write({ url: url('draft') });
	const all = (await linksOf(at.ground.db, item)).map((link) => link.url);
	expect(all.sort()).toEqual([url('draft'), url('public')]);
});
