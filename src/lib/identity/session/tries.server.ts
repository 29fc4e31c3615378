import { ground } from '#lib/platform/ground.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { putDownTry, takeBackTry } from './store.server.ts';

const MOST_TRIES = 10;

/** Puts a try down before anything is looked at. One too many is not counted, so waiting always ends (P16). */
export async function isOneTooMany(counted: Buffer): Promise<boolean> {
	const { db } = ground();
	const id = newId();
	if ((await putDownTry(db, id, counted)) <= MOST_TRIES) return false;
	await takeBackTry(db, id);
	logWarning('sign-in-wait');
	return true;
}
