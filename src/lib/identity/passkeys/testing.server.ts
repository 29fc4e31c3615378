import { instant, turnClock } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Role } from '../account.ts';
import { proofFor } from '../session/proof.server.ts';
import { type Myself, myselfOf } from '../session/session.server.ts';
import { type Person, person } from '../testing.server.ts';
import type { Device, Lies } from './device/testing.server.ts';
import { addPasskey, beginPasskey } from './keep.server.ts';
import type { Place } from './passkey.ts';
import { beginPasskeySignIn, signInWithPasskey } from './signIn.server.ts';

/** What tests of passkeys do again and again; never imported by the site. */
export const PLACE: Place = { id: 'localhost', origin: 'http://localhost:3000' };

export const HOME = 'home-association';

/** Somebody new of that organisation. */
export function somebody(name: string, role: Role = 'volunteer'): Promise<Person> {
	return person(`${name}-${newId().slice(-12)}`, [{ organisationId: HOME, role }]);
}

let back = (): void => undefined;

/** Stops the clock so many minutes from now, until it is turned back. */
export function later(minutes: number): void {
	const start = instant() + minutes * 60_000;
	back();
	back = turnClock(() => start);
}

export function turnBack(): void {
	back();
}

export async function selfOf({ token }: Pick<Person, 'token'>): Promise<Myself> {
	const myself = await myselfOf(token);
	if (!myself) throw new Error('not signed in');
	return myself;
}

export async function add(device: Device, who: Person, lies: Lies = {}) {
	const { passkey, answering, myself } = await made(device, who, lies);
	return addPasskey({ deviceName: 'Puhelin', passkey }, myself, answering);
}

/** What her device makes, just after she signed in. */
export async function made(device: Device, who: Person, lies: Lies = {}) {
	const proof = await proofFor(who.token);
	const myself = await selfOf(who);
	const begun = await beginPasskey(myself, PLACE, proof);
	if ('refused' in begun) throw new Error(begun.refused);
	return {
		passkey: device.make(begun.options, lies),
		answering: { place: PLACE, browser: begun.browser, proof },
		myself,
	};
}

export async function enter(device: Device, lies: Lies = {}, shortName = '') {
	const { options, browser } = await beginPasskeySignIn(PLACE);
	return signInWithPasskey({ shortName, passkey: device.sign(options, lies) }, { place: PLACE, browser });
}

/** The reasons of what stands in the audit about the account. */
export async function deeds(action: string, accountId: string): Promise<(string | null)[]> {
	const query = 'select reason from audit_entries where action = $1 and subject_id = $2 order by id';
	const rows = await ground().db.query<{ reason: string | null }>(query, [action, accountId]);
	return rows.map(({ reason }) => reason);
}

/** What no device says of itself that was asked here, and whose owner unlocked it. */
export const LIES: [string, Lies][] = [
	['another site', { origin: 'http://localhost:3001' }],
	['another name of the site', { rpId: 'silta.example' }],
	['another challenge', { challenge: 'AAAA' }],
	['another kind of answer', { type: 'payment.get' }],
	['a device that asked for no lock', { userVerified: false }],
];
