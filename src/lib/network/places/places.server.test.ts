import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ROLES, type StaffActor } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { municipalities } from '../municipalities.server.ts';
import { loadServicePoints } from '../starter.server.ts';
import { readServicePoints } from '../store.server.ts';
import { buildNetwork, staffOf } from '../testing.ts';
import { addPlace, placeFor, placesFor, savePlace } from './places.server.ts';

const at = onGround();
let coordinator: StaffActor;
let neighbour: StaffActor;

beforeAll(async () => {
	await buildNetwork();
	coordinator = await staffOf('coordinator');
	neighbour = await staffOf('coordinator', 'far');
	await at.ground.db.transaction(loadServicePoints);
});

const typed = (more: Record<string, string> = {}): Record<string, string> => ({
	...{ keptBy: 'near', 'names.ru': 'Зал', 'names.fi': 'Sali', 'offers.fi': 'Apua puhelimen kanssa.' },
	...{ municipalityCode: '297', 'languages.ru': 'yes', ...more },
});
async function added(more: Record<string, string> = {}): Promise<string> {
	const made = await addPlace(typed(more), coordinator);
	if (isRefusal(made)) throw new Error(JSON.stringify(made));
	return made.id;
}
const cardOf = async (id: string) => (await readServicePoints(at.ground.db)).find((one) => one.id === id);
const saved = (id: string, more: Record<string, string> = {}, who = coordinator) =>
	savePlace(typed({ id, revision: '1', ...more }), who);

test('a place is written down with all that one needs to find it', async () => {
	const id = await added({
		...{ street: 'Demokatu 1', postalCode: '70100', 'room.fi': '2. kerros', lat: '62,89', lon: '27.68' },
		...{ 'accessibility.lift': 'yes', 'accessibility.magic': 'yes', isChecked: 'yes', url: 'https://example.org' },
	});
	expect(id).toBe('sali');
	expect(await cardOf(id)).toMatchObject({
		...{ names: { ru: 'Зал', fi: 'Sali' }, municipality: { ru: 'Куопио', fi: 'Kuopio' }, municipalityCode: '297' },
		...{ point: { lat: 62.89, lon: 27.68 }, accessibility: ['lift'], languages: ['ru'], room: { fi: '2. kerros' } },
		...{ isDemonstration: true, checkedOn: today(), nextCheckOn: today(183) },
	});
	expect(await cardOf(id)).not.toHaveProperty('phone');
});

test('each fault is named by its field', async () => {
	const faultsOf = async (more: Record<string, string>) => {
		const result = await addPlace(typed(more), coordinator);
		return isRefusal(result) ? result.fields : {};
	};
	expect(await faultsOf({ 'names.ru': ' ', 'names.fi': '' })).toEqual({ names: 'empty' });
	expect(await faultsOf({ municipalityCode: '' })).toEqual({ municipalityCode: 'municipality' });
	expect(await faultsOf({ municipalityCode: '999' })).toEqual({ municipalityCode: 'municipality' });
	expect(await faultsOf({ postalCode: '701' })).toEqual({ postalCode: 'postalCode' });
	expect(await faultsOf({ lat: '27,68', lon: '62,89' })).toEqual({ lat: 'point', lon: 'point' });
	expect(await faultsOf({ lat: '62,89' })).toEqual({ lat: 'point' });
	expect(await faultsOf({ url: 'javascript:alert(1)' })).toEqual({ url: 'url' });
	expect(await faultsOf({ organisationId: 'nobody' })).toEqual({ organisationId: 'missing' });
});

test('what the form does not ask for stays, a look takes the doubt away, an emptied field is gone', async () => {
	expect(await saved('helsinki-info', { organisationId: 'office', isChecked: 'yes' })).toEqual({ id: 'helsinki-info' });
	const card = await cardOf('helsinki-info');
	expect(card).toMatchObject({ serviceId: 'helsinki-neuvonta', names: { fi: 'Sali' }, checkedOn: today() });
	expect(card).not.toHaveProperty('doubtful');
	expect(card).not.toHaveProperty('url');
});

test('what was edited here no newer starter writes over', async () => {
	await saved('lahti-library', { municipalityCode: '398' });
	await at.ground.db.transaction(loadServicePoints);
	expect(await cardOf('lahti-library')).toMatchObject({ names: { fi: 'Sali' } });
});

test('of two who save the same form the second is told', async () => {
	const id = await added();
	expect(await saved(id)).toEqual({ id });
	expect(await saved(id)).toMatchObject({ refused: 'changed' });
});

test('a closed place keeps the day on which it closed, until it opens again', async () => {
	const id = await added();
	await saved(id, { isClosed: 'yes' });
	expect(await cardOf(id)).toMatchObject({ closedOn: today() });
	await saved(id, { revision: '2' });
	expect(await cardOf(id)).not.toHaveProperty('closedOn');
});

test('only coordinators and administrators look after places, and only after those of their own', async () => {
	const id = await added();
	for (const role of ROLES) {
		const may = role === 'coordinator' || role === 'admin';
		const own = await staffOf(role);
		expect([role, isRefusal(await addPlace(typed(), own))]).toEqual([role, !may]);
		expect([role, (await placeFor(id, own)) !== null]).toEqual([role, may]);
		expect([role, (await placesFor(own)).length > 0]).toEqual([role, may]);
		expect(await addPlace(typed(), await staffOf(role, 'far'))).toMatchObject({ refused: 'missing' });
	}
	expect(await saved(id, {}, neighbour)).toMatchObject({ refused: 'missing' });
	expect(await saved('nowhere', {})).toMatchObject({ refused: 'missing' });
	expect((await placesFor(neighbour)).find(({ card }) => card.id === id)).toMatchObject({ mayEdit: false });
	// What came with the starter is the whole network's.
	expect(await placeFor('seniorsurf', neighbour)).not.toBeNull();
});

test('there are 308 municipalities, each with a code of its own', () => {
	expect(new Set(municipalities().map(({ code }) => code)).size).toBe(308);
});
