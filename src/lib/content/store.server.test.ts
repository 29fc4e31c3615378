import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { loadOrganisations, readOrganisations, readServicePoints } from '../network/index.server.ts';
import { loadStarterContent } from './index.server.ts';
import { readRevision, readServices, saveServices, saveStarterServices } from './store.server.ts';

const at = onGround();
const load = () => at.ground.db.transaction(loadStarterContent);

test('loading the starter content twice is the same as once, and the second time moves nothing', async () => {
	await load();
	const first = await readServices(at.ground.db);
	const revision = await readRevision(at.ground.db);
	await load();
	expect(first).toHaveLength(75);
	expect(await readServices(at.ground.db)).toEqual(first);
	expect(await readRevision(at.ground.db)).toBe(revision);
	expect((await readServicePoints(at.ground.db))[0]?.id).toBe('libraries');
});

test('an edited card outlives a newer starter, an unedited one is renewed, a missing one is added', async () => {
	await load();
	const services = await readServices(at.ground.db);
	const [edited, unedited, lost] = services;
	if (!edited || !unedited || !lost) throw new Error('the starter has too few cards');
	await saveServices(at.ground.db, [{ ...edited, url: 'https://edited.example' }]);
	await at.ground.db.query('delete from services where id = $1', [lost.id]);
	const newer = services.map((service) => ({ ...service, url: 'https://newer.example' }));
	await at.ground.db.transaction((tx) => saveStarterServices(tx, newer));
	const urls = new Map((await readServices(at.ground.db)).map(({ id, url }) => [id, url]));
	expect(urls.get(edited.id)).toBe('https://edited.example');
	expect(urls.get(unedited.id)).toBe('https://newer.example');
	expect(urls.get(lost.id)).toBe('https://newer.example');
});

test('an edit that only moves a card is an edit too', async () => {
	const [service] = await readServices(at.ground.db);
	if (!service) throw new Error('the starter has no card');
	await saveServices(at.ground.db, [{ ...service, position: 500 }]);
	await load();
	expect((await readServices(at.ground.db)).at(-1)).toEqual({ ...service, position: 500 });
});

test('an edited place outlives the starter as well', async () => {
	await load();
	await at.ground.db.query(
		`update service_points set card = card || '{"url":"https://edited.example"}' where id = $1`,
		['libraries'],
	);
	await load();
	const places = await readServicePoints(at.ground.db);
	expect(places.find(({ id }) => id === 'libraries')?.url).toBe('https://edited.example');
});

test('a real installation gets no demonstration organisation; what is there stays as it is', async () => {
	const { db } = at.ground;
	await db.transaction((tx) => loadOrganisations(tx, { demonstration: false }));
	expect((await readOrganisations(db)).filter(({ isDemonstration }) => isDemonstration)).toEqual([]);
	await db.query(`update organisations set names = '{"fi":"Muutettu"}' where id = 'svkeskus'`);
	await db.transaction((tx) => loadOrganisations(tx));
	const organisations = await readOrganisations(db);
	expect(organisations.find(({ id }) => id === 'svkeskus')?.names).toEqual({ fi: 'Muutettu' });
	expect(organisations.filter(({ isDemonstration }) => isDemonstration).map(({ id }) => id)).toEqual([
		'demo-kuopio',
		'demo-region',
	]);
});
