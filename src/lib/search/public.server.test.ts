import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { readCalendar } from '../events/index.server.ts';
import { buildOrganisers, planned } from '../events/testing.ts';
import { addDays, today } from '../platform/clock.ts';
import { catalogue, importServices, loadStarterContent, startCatalogue } from '../content/index.server.ts';
import { prepareSearch, searchPublic } from './public.server.ts';

const at = onGround();
const ru = { lang: 'ru', limit: 10 };
let dataFolder = '';
let stop: () => Promise<void> = async () => undefined;

beforeAll(async () => {
	await at.ground.db.transaction(loadStarterContent);
	dataFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'silta-search-'));
	stop = await startCatalogue({ dataFolder });
}, 120_000);
afterAll(async () => {
	await stop();
	await fs.rm(dataFolder, { recursive: true, force: true });
});

test('whoever searches before the index is there waits for it, and everybody else is served meanwhile', async () => {
	let turns = 0;
	const others = setInterval(() => (turns += 1));
	prepareSearch();
	const { results } = await searchPublic('омакела', ru);
	clearInterval(others);
	expect(results[0]?.id).toBe('kela-omakela');
	expect(turns).toBeGreaterThan(20);
}, 120_000);

test('a service is found with its title, address and text in the language of the reader', async () => {
	const [first] = (await searchPublic('омакела', ru)).results;
	expect(first).toMatchObject({ kind: 'service', id: 'kela-omakela', url: '/ru/services/kela-omakela' });
	expect(first?.title).toBe(catalogue().serviceById.get('kela-omakela')?.names.ru);
	expect((await searchPublic('omakela', { lang: 'fi', limit: 1 })).results[0]?.url).toBe('/fi/services/kela-omakela');
});

test('an event is found by what it is, with the day on which it is next, before the texts in which the word stands', async () => {
	await buildOrganisers();
	const names = { ru: 'Клуб у Лизы', fi: 'Liisan kerho', en: 'Liisa’s club' };
	const rule = { kind: 'dates', days: [addDays(today(), 3), addDays(today(), 10)] } as const;
	const { of } = await planned({ names, rule, from: today(), until: null });
	await readCalendar();
	const first = async (query: string, lang: string) => (await searchPublic(query, { lang, limit: 1 })).results[0];
	const isFound = async () =>
		expect(await first('клуб', 'ru')).toMatchObject({ kind: 'event', url: `/ru/events/${of.id}` });
	await vi.waitFor(isFound, { timeout: 60_000, interval: 100 });
	expect((await first('kerho', 'fi'))?.title).toBe('Liisan kerho');
	expect((await first('клуб', 'ru'))?.snippet).toMatch(/^[А-Я][а-я]+, \d+ [а-я]+(.*)12:00–14:00/);
	expect(await first('мероприятия', 'ru')).toMatchObject({ kind: 'event', url: '/ru/events' });
	expect((await first('омакела', 'ru'))?.kind).toBe('service');
}, 70_000);

test('no mark of another language is left in what is shown', async () => {
	const queries = ['доверенность', 'аптека', 'kirjasto', 'пособие'];
	const answers = await Promise.all(queries.map((query) => searchPublic(query, { lang: 'ru', limit: 50 })));
	const results = answers.flatMap((answer) => answer.results);
	expect(results.length).toBeGreaterThan(40);
	expect(results.filter(({ title, snippet }) => /\[\[|\]\]/.test(title + snippet) || snippet === '')).toEqual([]);
});

test('a place is found and leads to its own spot on the page of places', async () => {
	const { results } = await searchPublic('библиотека лахти по-русски', ru);
	expect(results[0]).toMatchObject({ kind: 'service', id: 'kirjasto' });
	expect(results[1]).toMatchObject({ kind: 'place', id: 'lahti-library', url: '/ru/help-near-you#lahti-library' });
});

test('a place with the same page as its service is not found a second time', async () => {
	const found = (await searchPublic('kompassi kuopio', ru)).results.filter(({ id }) => id === 'kompassi-kuopio');
	expect(found.map(({ kind }) => kind)).toEqual(['service']);
});

test('a query typed on the wrong keyboard is found, and the answer says how it was read', async () => {
	const { results, didYouMean, query } = await searchPublic('jvfrtkf', ru);
	expect(query).toBe('jvfrtkf');
	expect(didYouMean).toBe('омакела');
	expect(results[0]?.id).toBe('kela-omakela');
});

test.each([
	['он меня бьёт прямо сейчас', 'rikosuhripaivystys'],
	['не хочу жить', 'mielenterveystalo'],
])('urgent words put 112 first and then who helps: %s', async (query, next) => {
	const { results, urgent } = await searchPublic(query, ru);
	expect(urgent).toBeDefined();
	expect(results[0]).toMatchObject({ kind: 'urgent', id: 'sovellus-112', url: '/ru/services/sovellus-112' });
	expect(results[1]?.id).toBe(next);
	expect(results.filter(({ id }) => id === 'sovellus-112')).toHaveLength(1);
	expect((await searchPublic(query, { lang: 'ru', limit: 1 })).results).toHaveLength(1);
});

test('an ordinary question has nothing urgent about it', async () => {
	expect(await searchPublic('не хочу жить в Хельсинки', ru)).not.toHaveProperty('results.0.kind', 'urgent');
});

test('the limit holds, an empty query finds nothing, a long one is cut', async () => {
	expect((await searchPublic('пособие', { lang: 'ru', limit: 3 })).results).toHaveLength(3);
	expect(await searchPublic('   ', ru)).toMatchObject({ query: '', results: [] });
	expect([...(await searchPublic('😀'.repeat(300), ru)).query]).toHaveLength(200);
});

test('guides and terms are found too, each at its own address', async () => {
	const { results } = await searchPublic('продлить рецепт', ru);
	expect(results[0]).toMatchObject({ kind: 'service', id: 'omakanta' });
	const guide = results.find(({ kind }) => kind === 'guide');
	expect(guide?.url).toBe(`/ru/guides/${guide?.id}`);
});

test('as typed, the other keyboard is left out of it', async () => {
	const { didYouMean } = await searchPublic('jvfrtkf', { ...ru, asTyped: true });
	expect(didYouMean).toBeUndefined();
});

test.each(['пустой \u0000\u0007 запрос', '\u202e\u200f', '?!…«»', '👨‍👩‍👧', 'אבג שלום', 'ا ب', 'слово '.repeat(2_000)])(
	'whatever is typed is answered: %j',
	async (query) => {
		const { results, query: kept } = await searchPublic(query, ru);
		expect(results.length).toBeLessThanOrEqual(10);
		expect(kept.length).toBeLessThanOrEqual(200);
	},
);

test('what cannot be seen was not asked', async () => {
	expect(await searchPublic('\u0000\u0001\u001f', ru)).toMatchObject({ query: '', results: [], unanswered: false });
	expect((await searchPublic('ома\u0007кела\n', ru)).query).toBe('ома кела');
});

test('what nothing answers is said to be unanswered', async () => {
	expect(await searchPublic('zzqqxx', ru)).toMatchObject({ results: [], unanswered: true });
	expect((await searchPublic('омакела', ru)).unanswered).toBe(false);
	expect((await searchPublic('', ru)).unanswered).toBe(false);
	expect((await searchPublic('не хочу жить', ru)).unanswered).toBe(false);
});

test('what serves only another municipality comes last', async () => {
	const ids = async (municipality?: string): Promise<string[]> => {
		const { results } = await searchPublic('садик', { lang: 'ru', limit: 100, municipality });
		return results.filter(({ kind }) => kind === 'service').map(({ id }) => id);
	};
	const { serviceById } = catalogue();
	const [kuopio, helsinki] = ['kuopio', 'helsinki'].map((town) => serviceById.get(`${town}-varhaiskasvatus`));
	if (!kuopio || !helsinki) throw new Error('the starter lacks day care');
	await at.ground.db.transaction((tx) =>
		importServices(tx, [
			{ ...kuopio, municipalities: ['Kuopio', 'Куопио'] },
			{ ...helsinki, municipalities: ['Helsinki', 'Helsingfors'] },
		]),
	);
	const isShown = () => expect(catalogue().serviceById.get(kuopio.id)?.municipalities).toBeDefined();
	await vi.waitFor(isShown, { timeout: 2_000 });
	expect((await ids(' куопио '))[0]).toBe(kuopio.id);
	expect((await ids('kuopio')).at(-1)).toBe(helsinki.id);
	expect((await ids('HELSINGFORS'))[0]).toBe(helsinki.id);
	expect((await ids('Oulu')).slice(-2).sort()).toEqual([helsinki.id, kuopio.id]);
	expect((await ids()).slice(0, 2).sort()).toEqual([helsinki.id, kuopio.id]);
});

test('what was found by a word that its title lacks says which word', async () => {
	const { results } = await searchPublic('työmarkkinatuki', { lang: 'ru', limit: 3 });
	const found = results.find(({ id }) => id === 'kela-yleistuki');
	expect(found?.title.toLowerCase()).not.toContain('työmarkkinatuki');
	expect(found?.matched?.toLowerCase()).toContain('työmarkkinatuki');
});

test('a reader of Latin letters is not told of a word in Cyrillic ones', async () => {
	for (const lang of ['en', 'fi']) {
		const { results } = await searchPublic('club', { lang, limit: 10 });
		expect(results.length).toBeGreaterThan(0);
		expect(results.filter(({ matched }) => /\p{Script=Cyrillic}/u.test(matched ?? ''))).toEqual([]);
	}
});

test('a card that changed is found by its new name', async () => {
	const card = catalogue().serviceById.get('heka');
	if (!card) throw new Error('the starter has no heka');
	const names = { ru: 'Кварталингушка', fi: 'Kvartalinguska', en: 'Kvartalingushka' };
	await at.ground.db.transaction((tx) => importServices(tx, [{ ...card, names }]));
	const firstFound = async () => (await searchPublic('кварталингушка', ru)).results[0]?.id;
	await vi.waitFor(async () => expect(await firstFound()).toBe('heka'), { timeout: 60_000, interval: 100 });
}, 70_000);
