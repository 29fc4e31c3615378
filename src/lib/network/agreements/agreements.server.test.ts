import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ROLES, type StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { loadDemonstrationPlaces, loadOrganisations } from '../starter.server.ts';
import { buildNetwork, staffOf } from '../testing.ts';
import { type AgreementState, isOver, stateOf } from './agreement.ts';
import { agreementFor, agreementsFor, askForAgreement, stepInAgreement, venueLost } from './agreements.server.ts';
import { agreements } from './store.server.ts';

const at = onGround();
let coordinator: StaffActor;

beforeAll(async () => {
	await buildNetwork();
	coordinator = await staffOf('coordinator');
});

const typed = (more: Record<string, string> = {}): Record<string, string> => ({
	...{ clientId: newId(), organisationId: 'near', partnerId: 'office', placeId: '', kind: 'counselling' },
	...{ on: '2026-01-08', from: '2026-02-01', to: '2026-12-31', language: 'fi', reason: 'Kerran kuussa.', ...more },
});
async function asked(more: Record<string, string> = {}): Promise<string> {
	const made = await askForAgreement(typed(more), coordinator);
	if (isRefusal(made)) throw new Error(JSON.stringify(made));
	return made.id;
}
const step = (id: string, state: AgreementState, more: Record<string, string> = {}, who = coordinator) =>
	stepInAgreement({ id, state, on: '2026-01-22', language: 'fi', seen: '1', ...more }, who);
async function read(id: string) {
	const found = await agreementFor(id, coordinator);
	if (!found) throw new Error('no such agreement');
	return found;
}

test('a refusal is kept with its cause, its words and what came instead, and the asking stays beside it', async () => {
	const id = await asked();
	expect(stateOf(await read(id))).toBe('asked');
	await step(id, 'refused', { cause: 'house-rules', reason: 'Tiloissa ei saa.', instead: 'Kysymys Piste.' });
	const found = await read(id);
	expect(found.steps).toEqual([
		{
			...{ number: 1, state: 'asked', on: '2026-01-08', cause: null, reason: { fi: 'Kerran kuussa.' } },
			...{ instead: null, accountId: coordinator.id },
		},
		{
			...{ number: 2, state: 'refused', on: '2026-01-22', cause: 'house-rules', reason: { fi: 'Tiloissa ei saa.' } },
			...{ instead: { fi: 'Kysymys Piste.' }, accountId: coordinator.id },
		},
	]);
	expect(isOver(found)).toBe(true);
});

test('what was granted ends; what was refused may be asked again; nothing follows an end', async () => {
	const granted = await asked();
	await step(granted, 'granted', { to: '2026-06-30' });
	expect(await read(granted)).toMatchObject({ from: '2026-02-01', to: '2026-06-30' });
	expect(await step(granted, 'refused', { seen: '2', cause: 'other' })).toMatchObject({ fields: { state: 'state' } });
	expect(await step(granted, 'ended', { seen: '2', cause: 'moved' })).toEqual({ id: granted });
	expect(await step(granted, 'asked', { seen: '3' })).toMatchObject({ fields: { state: 'state' } });
	const refused = await asked();
	await step(refused, 'refused', { cause: 'no-room' });
	expect(await step(refused, 'asked', { seen: '2' })).toEqual({ id: refused });
});

test('a refusal needs its cause, and a yes has none', async () => {
	const id = await asked();
	expect(await step(id, 'refused')).toMatchObject({ fields: { cause: 'why' } });
	expect(await step(id, 'granted', { cause: 'moved' })).toMatchObject({ fields: { cause: 'cause' } });
});

test('of two who write the next step the second is told, whatever they say and however close', async () => {
	const id = await asked();
	const both = await Promise.all([step(id, 'granted'), step(id, 'refused', { cause: 'no-room' })]);
	expect(both.filter(isRefusal)).toMatchObject([{ refused: 'changed' }]);
	expect((await read(id)).steps).toHaveLength(2);
});

test('the same form sent twice at once is asked once', async () => {
	const once = typed();
	const [first, second] = await Promise.all([askForAgreement(once, coordinator), askForAgreement(once, coordinator)]);
	expect(second).toEqual(first);
	expect(await askForAgreement({ ...once, organisationId: 'far' }, await staffOf('admin', 'far'))).toMatchObject({
		refused: 'other-form',
	});
});

test('a number of a person, days the wrong way round and partners that are not there are refused', async () => {
	const faultsOf = async (more: Record<string, string>) => {
		const result = await askForAgreement(typed(more), coordinator);
		return isRefusal(result) ? result.fields : {};
	};
	expect(await faultsOf({ reason: 'Sovittu, 131052-952K' })).toEqual({ reason: 'secrets' });
	expect(await faultsOf({ from: '2026-03-01', to: '2026-02-01' })).toEqual({ to: 'order' });
	expect(await faultsOf({ partnerId: 'nobody' })).toEqual({ partnerId: 'partner' });
	expect(await faultsOf({ partnerId: 'near' })).toEqual({ partnerId: 'partner' });
	expect(await faultsOf({ placeId: 'nowhere' })).toEqual({ placeId: 'missing' });
});

test('agreements are for those who look after places in the organisation that asked', async () => {
	const id = await asked();
	for (const role of ROLES) {
		const may = role === 'coordinator' || role === 'admin';
		const own = await staffOf(role);
		expect([role, (await agreementFor(id, own)) !== null]).toEqual([role, may]);
		expect([role, isRefusal(await askForAgreement(typed(), own))]).toEqual([role, !may]);
		expect([role, (await agreementsFor(own)).length > 0]).toEqual([role, may]);
		const other = await staffOf(role, 'far');
		expect(await agreementFor(id, other)).toBeNull();
		expect(await step(id, 'granted', {}, other)).toMatchObject({ refused: 'missing' });
		expect((await agreementsFor(other)).map((one) => one.id)).not.toContain(id);
	}
	expect(await step(newId(), 'granted')).toMatchObject({ refused: 'missing' });
	expect(await agreementFor('no-id', coordinator)).toBeNull();
});

test('the demonstration has a refused agreement with what came instead, and is loaded once', async () => {
	for (let time = 0; time < 2; time += 1) {
		await at.ground.db.transaction(async (tx) => {
			await loadOrganisations(tx);
			await loadDemonstrationPlaces(tx);
		});
	}
	const shown = await agreements(at.ground.db).within(['demo-kuopio']);
	expect(shown.map((one) => `${one.partnerId} ${stateOf(one)}`).sort()).toEqual([
		'demo-employment ended',
		'demo-kela refused',
		'demo-library granted',
		'demo-navigaattori granted',
	]);
	const kela = shown.find(({ partnerId }) => partnerId === 'demo-kela');
	expect(kela?.steps.at(-1)?.instead?.ru).toContain('Kysymys Piste');
});

test('a place that was refused, or whose agreement has ended, is told to whoever would plan on it', async () => {
	const lost = (placeId: string, asking = 'demo-kuopio') => venueLost(at.ground.db, [asking], placeId);
	expect(await lost('demo-kela')).toBe('refused');
	expect(await lost('demo-employment')).toBe('ended');
	expect(await lost('demo-library')).toBeNull();
	expect(await lost('demo-kela', 'near')).toBeNull();
	const wanted = { organisationId: 'near', partnerId: 'office', placeId: 'demo-kela' };
	const first = await asked(wanted);
	expect(await lost('demo-kela', 'near')).toBeNull();
	await step(first, 'refused', { cause: 'no-room' });
	expect(await lost('demo-kela', 'near')).toBe('refused');
	await step(await asked({ ...wanted, on: '2025-01-01' }), 'granted', { on: '2025-01-02' });
	expect(await lost('demo-kela', 'near')).toBeNull();
});
