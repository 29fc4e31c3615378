import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { loadOrganisations, readOrganisations, readServicePoints } from '../network/index.server.ts';
import { importServices, loadStarterContent, type Service, serviceOf } from './index.server.ts';
import { type StarterItem, starterCard } from './item/starterItem.ts';
import { saveStarterItems } from './starter/store.server.ts';
import { readPublicItems, readRevision } from './store.server.ts';

const at = onGround();
const load = () => at.ground.db.transaction(loadStarterContent);

test('loading the starter content twice is the same as once, and the second time moves nothing', async () => {
	await load();
	const first = await readPublicItems(at.ground.db);
	const revision = await readRevision(at.ground.db);
	await load();
	expect(first.filter(({ kind }) => kind === 'service')).toHaveLength(75);
	expect(await readPublicItems(at.ground.db)).toEqual(first);
	expect(await readRevision(at.ground.db)).toBe(revision);
	expect((await readServicePoints(at.ground.db))[0]?.id).toBe('libraries');
});

const older = (card: Service): StarterItem => starterCard({ ...card, url: 'https://newer.example' }, 'fi');

async function cards(): Promise<Map<string, Service>> {
	const items = await readPublicItems(at.ground.db);
	return new Map(items.filter(({ kind }) => kind === 'service').map((item) => [item.id, serviceOf(item)]));
}

test('an edited card outlives a newer starter, an unedited one is renewed', async () => {
	await load();
	const [edited, unedited] = [...(await cards()).values()];
	if (!edited || !unedited) throw new Error('the starter has too few cards');
	await importServices(at.ground.db, [{ ...edited, url: 'https://edited.example' }]);
	const newer = [...(await cards()).values()].map(older);
	await at.ground.db.transaction((tx) => saveStarterItems(tx, newer, '2026-05-31'));
	const after = await cards();
	expect(after.get(edited.id)?.url).toBe('https://edited.example');
	expect(after.get(unedited.id)?.url).toBe('https://newer.example');
});

test('a card that was edited before there were items is taken over once', async () => {
	const [card] = [...(await cards()).values()];
	if (!card) throw new Error('the starter has no card');
	const edited = JSON.stringify({ ...card, url: 'https://edited-before.example' });
	await at.ground.db.query('insert into services (id, position, card, revised_at) values ($1, 0, $2::jsonb, now())', [
		card.id,
		edited,
	]);
	await load();
	expect((await cards()).get(card.id)?.url).toBe('https://edited-before.example');
	await importServices(at.ground.db, [{ ...card, url: 'https://edited-after.example' }]);
	await load();
	expect((await cards()).get(card.id)?.url).toBe('https://edited-after.example');
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
		...['demo-employment', 'demo-kela', 'demo-kuopio', 'demo-library', 'demo-navigaattori'],
		'demo-office',
		'demo-region',
	]);
});
