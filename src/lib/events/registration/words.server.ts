import { ground } from '#lib/platform/ground.server.ts';
import { enqueue, type JobHandler } from '#lib/platform/jobs.server.ts';
import type { KeyName } from '#lib/platform/keystore/keystore.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { seal, unseal } from '#lib/privacy/index.server.ts';
import type { Registration, Who } from './registration.ts';
import { registrations } from './store.server.ts';

/** Name and contact lie under the key of the day on which they go, with a share of their own. */
type Kept = Pick<Registration, 'id' | 'eraseOn'>;

const keyOf = ({ id, eraseOn }: Kept): KeyName => ({ keyClass: 'event', day: eraseOn, subject: id });
const placeOf = ({ id }: Kept): string => `registration/${id}`;

/** Null where neither was given: then there is nothing to keep. */
export async function sealWho(of: Kept, who: Who): Promise<Buffer | null> {
	if (who.name === '' && who.contact === '') return null;
	return seal(await ground().keystore.makeKey(keyOf(of)), JSON.stringify(who), placeOf(of));
}

/** Null when nothing was given, or the key is gone. */
export async function openWho(of: Kept & Pick<Registration, 'sealed'>): Promise<Who | null> {
	if (of.sealed === null) return null;
	const key = await ground().keystore.findKey(keyOf(of));
	const text = key && unseal(key, of.sealed, placeOf(of));
	// We wrote it ourselves, sealed and bound to its place.
	return text ? (JSON.parse(text) as Who) : null;
}

/** Of a date that moved: name and contact lie under the new day, and the old share goes with the same transaction. */
export async function keepUntil(tx: Queryable, { id }: Pick<Registration, 'id'>, eraseOn: string): Promise<void> {
	const was = await registrations(tx).lockedKept(id);
	if (!was || was.eraseOn === eraseOn) return;
	const one = { id, ...was };
	const who = await openWho(one);
	// What cannot be read any more is not made readable for longer.
	if (one.sealed !== null && who === null) return;
	await registrations(tx).setKept(id, { sealed: who && (await sealWho({ id, eraseOn }, who)), eraseOn });
	if (who) await forgetWhoLater(tx, one);
}

/** The destruction of a share is a job of the same transaction, so that no crash can leave it undone. */
export async function forgetWhoLater(tx: Queryable, { id, eraseOn }: Kept): Promise<void> {
	await enqueue(tx, { kind: 'forget-registration', key: `${id}/${eraseOn}`, payload: { id, eraseOn } });
}

export const forgetRegistration: JobHandler = async (payload) => {
	const of = { id: String(payload.id), eraseOn: String(payload.eraseOn) };
	await ground().db.transaction(async (tx) => {
		const now = await registrations(tx).lockedKept(of.id);
		// Her date was moved away and back again before this was done: her words lie under the same share once more.
		if (now?.sealed && now.eraseOn === of.eraseOn) return;
		await ground().keystore.forget(keyOf(of));
	});
};
