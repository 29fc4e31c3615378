import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { markInstallation } from '../installation.server.ts';
import { actorOf } from '../session/session.server.ts';
import { proofFor } from '../session/proof.server.ts';
import { organisation, type Person } from '../testing.server.ts';
import { type Lies, newDevice } from './device/testing.server.ts';
import { beginPasskey, waysOf } from './keep.server.ts';
import { beginPasskeySignIn, signInWithPasskey } from './signIn.server.ts';
import { add, deeds, enter, HOME, later, LIES, PLACE, selfOf, somebody, turnBack } from './testing.server.ts';

const at = onGround();
let anna: Person;

beforeAll(() => organisation(HOME));
beforeEach(async () => {
	anna = await somebody('anna');
});
afterEach(turnBack);

test('a passkey is added, signs in without a name and with it, and both stand in the audit', async () => {
	const device = newDevice();
	expect(await add(device, anna)).toBe('added');
	for (const shortName of ['', ` ${anna.shortName.toUpperCase()} `]) {
		const entered = await enter(device, {}, shortName);
		if (isRefusal(entered)) throw new Error(entered.refused);
		expect(await actorOf(entered.token)).toMatchObject({ id: anna.id });
	}
	expect(await deeds('add-passkey', anna.id)).toHaveLength(1);
	expect(await deeds('sign-in', anna.id)).toEqual(['passkey', 'passkey']);
	const { passkeys } = await waysOf(await selfOf(anna));
	expect(passkeys).toMatchObject([{ deviceName: 'Puhelin', lastUsedOn: passkeys[0]?.addedOn }]);
});

test.each([
	...LIES,
	['another key under the same name', { key: foreignKey() }],
	['another owner', { userHandle: 'somebody else' }],
] as [string, Lies][])('nobody comes in by %s, and the try is on record', async (_what, lies) => {
	const device = newDevice();
	await add(device, anna);
	expect(await enter(device, lies)).toEqual(refused('wrong'));
	expect(await deeds('refuse-passkey', anna.id)).toEqual(['not-proven']);
	expect(isRefusal(await enter(device))).toBe(false);
});

test('a counter that goes back or stands still is refused, and says so on record', async () => {
	const device = newDevice();
	await add(device, anna);
	await enter(device, { counter: 9 });
	for (const counter of [9, 8, 0]) expect(await enter(device, { counter })).toEqual(refused('wrong'));
	expect(await deeds('refuse-passkey', anna.id)).toEqual(['counter', 'counter', 'counter']);
	expect(isRefusal(await enter(device, { counter: 10 }))).toBe(false);
});

test('a device that does not count signs in again and again', async () => {
	const device = newDevice({ counts: false });
	await add(device, anna);
	for (let i = 0; i < 3; i += 1) expect(isRefusal(await enter(device))).toBe(false);
});

test('a challenge is good once, in its browser, for its purpose, for five minutes', async () => {
	const device = newDevice({ counts: false });
	await add(device, anna);
	const { options, browser } = await beginPasskeySignIn(PLACE);
	const raw = { passkey: device.sign(options) };
	expect(await signInWithPasskey(raw, { place: PLACE, browser: 'another' })).toEqual(refused('wrong'));
	expect(await signInWithPasskey(raw, { place: PLACE, browser: undefined })).toEqual(refused('wrong'));
	expect(isRefusal(await signInWithPasskey(raw, { place: PLACE, browser }))).toBe(false);
	expect(await signInWithPasskey(raw, { place: PLACE, browser })).toEqual(refused('wrong'));

	const adding = await beginPasskey(await selfOf(anna), PLACE, await proofFor(anna.token));
	if ('refused' in adding) throw new Error(adding.refused);
	const crossed = { passkey: device.sign({ challenge: adding.options.challenge, rpId: PLACE.id }) };
	expect(await signInWithPasskey(crossed, { place: PLACE, browser: adding.browser })).toEqual(refused('wrong'));

	const slow = await beginPasskeySignIn(PLACE);
	later(5);
	const late = { passkey: device.sign(slow.options) };
	expect(await signInWithPasskey(late, { place: PLACE, browser: slow.browser })).toEqual(refused('wrong'));
});

test('of many who answer one challenge at once, one comes in', async () => {
	const device = newDevice({ counts: false });
	await add(device, anna);
	const { options, browser } = await beginPasskeySignIn(PLACE);
	const raw = { passkey: device.sign(options) };
	const all = await Promise.all(Array.from({ length: 5 }, () => signInWithPasskey(raw, { place: PLACE, browser })));
	expect(all.filter((one) => !isRefusal(one))).toHaveLength(1);
});

test('a passkey that we do not know, another name, nonsense and a place without passkeys get the same answer', async () => {
	const device = newDevice();
	await add(device, anna);
	const { options, browser } = await beginPasskeySignIn(PLACE);
	expect(await signInWithPasskey({ passkey: device.sign(options) }, { place: null, browser })).toEqual(
		refused('wrong'),
	);
	expect(await enter(newDevice())).toEqual(refused('wrong'));
	expect(await enter(device, {}, 'somebody-else')).toEqual(refused('wrong'));
	for (const passkey of ['', '{}', '[1', 'null', '{"id":"\u0000"}', 'x'.repeat(50_000), undefined, 7]) {
		const asked = await beginPasskeySignIn(PLACE);
		expect(await signInWithPasskey({ passkey }, { place: PLACE, browser: asked.browser })).toEqual(refused('wrong'));
	}
});

test('after ten failures with one passkey its tries wait, and those with another do not', async () => {
	const [device, other] = [newDevice({ counts: false }), newDevice({ counts: false })];
	await add(device, anna);
	await add(other, anna);
	for (let i = 0; i < 10; i += 1) await enter(device, { origin: 'http://localhost:1' });
	expect(await enter(device)).toEqual(refused('wait'));
	expect(isRefusal(await enter(other))).toBe(false);
	later(15.5);
	expect(isRefusal(await enter(device))).toBe(false);
});

test('a passkey of the demonstration opens nothing once the installation is a real one', async () => {
	const device = newDevice({ counts: false });
	await add(device, anna);
	await at.ground.db.query('update accounts set is_demonstration = true where id = $1', [anna.id]);
	expect(isRefusal(await enter(device))).toBe(false);
	await markInstallation(at.ground.db, 'real');
	expect(await enter(device)).toEqual(refused('wrong'));
});

function foreignKey() {
	return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}
