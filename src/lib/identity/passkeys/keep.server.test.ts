import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instant } from '#lib/platform/clock.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { closeAccount, inviteAgain } from '../accounts.server.ts';
import { proofFor } from '../session/proof.server.ts';
import { actorOf, endSessionsOf } from '../session/session.server.ts';
import { organisation, type Person } from '../testing.server.ts';
import { newDevice } from './device/testing.server.ts';
import {
	addPasskey,
	beginPasskey,
	hasUnknownChange,
	knowChanges,
	mayAdd,
	removePasskey,
	waysOf,
} from './keep.server.ts';
import { add, deeds, enter, HOME, later, LIES, made, PLACE, selfOf, somebody, turnBack } from './testing.server.ts';

const at = onGround();
let anna: Person;

beforeAll(() => organisation(HOME));
beforeEach(async () => {
	anna = await somebody('anna');
});
afterEach(turnBack);

test.each(LIES)('no passkey is added for %s', async (_what, lies) => {
	expect(await add(newDevice(), anna, lies)).toEqual(refused('malformed', { passkey: 'passkey' }));
	expect((await waysOf(await selfOf(anna))).passkeys).toEqual([]);
});

test('a device is added once, also by somebody else, and ten are enough', async () => {
	const device = newDevice();
	await add(device, anna);
	expect(await add(device, anna)).toEqual(refused('malformed', { passkey: 'passkey' }));
	const other = await somebody('vera');
	expect(await add(device, other)).toEqual(refused('malformed', { passkey: 'passkey' }));
	for (let i = 1; i < 10; i += 1) expect(await add(newDevice(), anna)).toBe('added');
	expect(await add(newDevice(), anna)).toEqual(refused('passkeys-full'));
});

test('what was made for one account is not added to another, in the same browser', async () => {
	const other = await somebody('vera');
	const { passkey, answering } = await made(newDevice(), anna);
	const proof = await proofFor(other.token);
	const answer = await addPasskey({ deviceName: 'Puhelin', passkey }, await selfOf(other), { ...answering, proof });
	expect(answer).toEqual(refused('malformed', { passkey: 'passkey' }));
});

test('a name left out spends no challenge', async () => {
	const { passkey, answering } = await made(newDevice(), anna);
	const nameless = await addPasskey({ deviceName: ' ', passkey }, await selfOf(anna), answering);
	expect(nameless).toEqual(refused('malformed', { deviceName: 'device-name' }));
	expect(await addPasskey({ deviceName: 'Puhelin', passkey }, await selfOf(anna), answering)).toBe('added');
});

test('removing needs a sign-in of the last quarter of an hour', async () => {
	await add(newDevice(), anna);
	const [passkey] = (await waysOf(await selfOf(anna))).passkeys;
	const stale = { ...(await selfOf(anna)), signedInAt: new Date(instant() - 16 * 60_000) };
	expect(await removePasskey({ id: passkey?.id }, stale)).toEqual(refused('stale'));
	expect((await waysOf(stale)).passkeys).toHaveLength(1);
});

test('a stolen session adds nothing, however fresh: it has no proof, a made-up one, or that of another session', async () => {
	const myself = await selfOf(anna);
	const ofAnother = await proofFor((await somebody('vera')).token);
	const { passkey, answering } = await made(newDevice(), anna);
	for (const proof of [undefined, '', 'made-up', ofAnother]) {
		expect(await beginPasskey(myself, PLACE, proof)).toEqual(refused('unproven'));
	}
	const raw = { deviceName: 'Puhelin', passkey };
	expect(await addPasskey(raw, myself, { ...answering, proof: ofAnother })).toEqual(refused('unproven'));
	expect((await waysOf(myself)).passkeys).toEqual([]);
});

test('a proof is good for one passkey, for five minutes', async () => {
	const { passkey, answering, myself } = await made(newDevice(), anna);
	expect(await mayAdd(myself, answering.proof)).toBe(true);
	expect(await addPasskey({ deviceName: 'Puhelin', passkey }, myself, answering)).toBe('added');
	expect(await mayAdd(myself, answering.proof)).toBe(false);
	expect(await beginPasskey(myself, PLACE, answering.proof)).toEqual(refused('unproven'));

	const late = await proofFor(anna.token);
	later(6);
	expect(await mayAdd(myself, late)).toBe(false);
	expect(await beginPasskey(myself, PLACE, late)).toEqual(refused('unproven'));
});

test('removing ends the passkey and every other session, and nobody removes what is another’s', async () => {
	const device = newDevice();
	await add(device, anna);
	const entered = await enter(device);
	if (isRefusal(entered)) throw new Error(entered.refused);
	const other = await somebody('vera');
	const [passkey] = (await waysOf(await selfOf(anna))).passkeys;
	expect(await removePasskey({ id: passkey?.id }, await selfOf(other))).toEqual(refused('missing'));
	expect(await removePasskey({ id: passkey?.id }, await selfOf(anna))).toBe('removed');
	expect(await actorOf(entered.token)).toBeNull();
	expect(await actorOf(anna.token)).not.toBeNull();
	expect(await enter(device)).toEqual(refused('wrong'));
	expect(await deeds('remove-passkey', anna.id)).toHaveLength(1);
});

test('the last way to sign in stays, also when two are removed at once', async () => {
	await add(newDevice(), anna);
	await add(newDevice(), anna);
	await at.ground.db.query('update accounts set password_hash = null where id = $1', [anna.id]);
	const { passkeys } = await waysOf(await selfOf(anna));
	const myself = await selfOf(anna);
	const both = await Promise.all(passkeys.map(({ id }) => removePasskey({ id }, myself)));
	expect(both.map((one) => (typeof one === 'string' ? one : one.refused)).sort()).toEqual(['last-way', 'removed']);
	expect((await waysOf(myself)).passkeys).toHaveLength(1);
});

test('a change is told at the next sign-in, until she says that it was hers', async () => {
	const device = newDevice({ counts: false });
	await add(device, anna);
	expect(await hasUnknownChange(await selfOf(anna))).toBe(false);
	later(1);
	const entered = await enter(device);
	if (isRefusal(entered)) throw new Error(entered.refused);
	const next = { ...anna, token: entered.token };
	expect(await hasUnknownChange(await selfOf(next))).toBe(true);
	expect((await waysOf(await selfOf(next))).changes).toMatchObject([{ action: 'add-passkey' }]);
	// A session that is older than the change cannot say so.
	await knowChanges({}, await selfOf(anna));
	expect(await hasUnknownChange(await selfOf(next))).toBe(true);
	await knowChanges({}, await selfOf(next));
	expect(await hasUnknownChange(await selfOf(next))).toBe(false);
});

test('who was put out while the device was asked adds and removes nothing any more', async () => {
	await add(newDevice(), anna);
	const myself = await selfOf(anna);
	const [passkey] = (await waysOf(myself)).passkeys;
	const { passkey: another, answering } = await made(newDevice(), anna);
	await endSessionsOf(anna.id);
	expect(await addPasskey({ deviceName: 'Puhelin', passkey: another }, myself, answering)).toEqual(refused('missing'));
	expect(await removePasskey({ id: passkey?.id }, myself)).toEqual(refused('missing'));
	expect((await waysOf(myself)).passkeys).toEqual([passkey]);
});

test('a new invitation and closing the account end its passkeys', async () => {
	for (const end of [inviteAgain, closeAccount]) {
		const device = newDevice();
		anna = await somebody('anna');
		const chief = await somebody('chief', 'coordinator');
		await add(device, anna);
		expect(isRefusal(await end({ id: anna.id }, chief.actor))).toBe(false);
		expect(await enter(device)).toEqual(refused('wrong'));
		expect(await at.ground.db.query('select 1 from passkeys where account_id = $1', [anna.id])).toEqual([]);
	}
});
