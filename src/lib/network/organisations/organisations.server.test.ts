import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ROLES, type StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { loadOrganisations } from '../starter.server.ts';
import { readOrganisations } from '../store.server.ts';
import { buildNetwork, staffOf } from '../testing.ts';
import { addOrganisation, organisationFor, organisationsFor, saveOrganisation } from './organisations.server.ts';

const at = onGround();
let coordinator: StaffActor;
let neighbour: StaffActor;

beforeAll(async () => {
	await buildNetwork();
	coordinator = await staffOf('coordinator');
	neighbour = await staffOf('coordinator', 'far');
});

const typed = (more: Record<string, string> = {}): Record<string, string> => ({
	...{ keptBy: 'far', 'names.fi': 'Kirjasto', kind: 'library', 'languages.fi': 'yes', ...more },
});
async function added(more: Record<string, string> = {}): Promise<string> {
	const made = await addOrganisation(typed(more), neighbour);
	if (isRefusal(made)) throw new Error(JSON.stringify(made));
	return made.id;
}
const save = (id: string, more: Record<string, string> = {}, who = neighbour) =>
	saveOrganisation(typed({ id, revision: '1', ...more }), who);
const read = async (id: string) => (await readOrganisations(at.ground.db)).find((one) => one.id === id);

test('a partner is written down, is real or made up as whoever wrote it, and is there to be chosen', async () => {
	const id = await added({ parentId: 'office', website: 'https://example.org' });
	expect(await read(id)).toEqual({
		...{ id, kind: 'library', names: { fi: 'Kirjasto' }, isDemonstration: false, parentId: 'office' },
		...{ languages: ['fi'], website: 'https://example.org' },
	});
	const made = await addOrganisation(typed({ keptBy: 'near' }), coordinator);
	if (isRefusal(made)) throw new Error(made.refused);
	expect(await read(made.id)).toMatchObject({ isDemonstration: true });
});

test('nothing is a part of itself, nor of what is nowhere', async () => {
	const [house, room] = [await added(), await added()];
	expect(await save(room, { parentId: house })).toEqual({ id: room });
	expect(await save(house, { parentId: room })).toMatchObject({ fields: { parentId: 'parent' } });
	expect(await save(house, { parentId: house })).toMatchObject({ fields: { parentId: 'parent' } });
	expect(await save(house, { parentId: 'nowhere' })).toMatchObject({ fields: { parentId: 'parent' } });
});

test('of two who save the same form the second is told', async () => {
	const id = await added();
	await save(id);
	expect(await save(id)).toMatchObject({ refused: 'changed' });
});

test('whoever wrote a partner down looks after it; where people sign in, they do themselves', async () => {
	const id = await added();
	for (const role of ROLES) {
		const may = role === 'coordinator' || role === 'admin';
		expect([role, (await organisationFor(id, await staffOf(role, 'far'))) !== null]).toEqual([role, may]);
		expect(await organisationFor(id, await staffOf(role, 'near'))).toBeNull();
	}
	expect(await save(id, {}, coordinator)).toMatchObject({ refused: 'missing' });
	expect(await save('near', {}, neighbour)).toMatchObject({ refused: 'missing' });
	expect(await save('nowhere')).toMatchObject({ refused: 'missing' });
	expect(await save('near', { kind: 'association' }, coordinator)).toEqual({ id: 'near' });
	expect(await addOrganisation(typed({ keptBy: 'near' }), neighbour)).toMatchObject({ refused: 'missing' });
	expect((await organisationsFor(neighbour)).find((one) => one.id === 'near')).toMatchObject({ mayEdit: false });
	expect(await organisationsFor(await staffOf('volunteer'))).toEqual([]);
});

test('the starter brings the central organisation with its six chapters; a real installation has nothing made up', async () => {
	await at.ground.db.transaction((tx) => loadOrganisations(tx, { demonstration: false }));
	const all = await readOrganisations(at.ground.db);
	expect(all.filter(({ parentId }) => parentId === 'svkeskus').map(({ names }) => names.fi)).toEqual(
		['Jyväskylä', 'Kitee', 'Kotka', 'Kuopio', 'Lappeenranta', 'Tampere'].map((town) => `SVKeskus, ${town}`),
	);
	expect(all.some(({ id }) => id.startsWith('demo-'))).toBe(false);
});
