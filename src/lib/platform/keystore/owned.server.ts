import { createHmac } from 'node:crypto';
import { instant } from '../clock.ts';
import { logError, logInfo } from '../log.server.ts';
import { type Keystore, KeystoreDown, LONGEST_IN_MEMORY_MS } from './keystore.server.ts';

/** Gives the mark of the keystore that this installation belongs to, after offering it this one. */
export type Claim = (mark: Buffer) => Promise<Buffer | null>;

/** What tells one keystore from another, without telling anything of what is in it. */
export async function markOf(keystore: Keystore): Promise<Buffer> {
	const pepper = await keystore.secret('return-codes');
	const known = marks.get(pepper);
	if (known) return known;
	const mark = createHmac('sha256', pepper).update('silta/keystore-mark/v1').digest();
	marks.set(pepper, mark);
	return mark;
}

/** Of the secrets in memory: what is read anew is another buffer, and its mark is made anew. */
const marks = new WeakMap<Buffer, Buffer>();

const SENTENCE =
	'this keystore is not the one of this installation: look at KEYSTORE_URL and SILTA_KEYS, or see silta keystore adopt --help';

/**
 * A keystore that gives nothing until it has shown that it is the one of this installation. A node with a wrong address
 * would else begin keys of its own, and what was written through it could not be read through the others. The mark is
 * made anew with every order (one hash over a secret that is in memory), so also after a reconnect, or when a volume
 * with the keys was not mounted; what stands in the database is asked again each minute.
 */
export function ownedKeystore(keystore: Keystore, claim: Claim): Keystore {
	const owner = ownerBy(claim);
	const own = async <T>(order: () => Promise<T>): Promise<T> => {
		await owner.makeSure(await markOf(keystore));
		return order();
	};
	return {
		makeKey: (of) => own(() => keystore.makeKey(of)),
		findKey: (of) => own(() => keystore.findKey(of)),
		forget: (of) => own(() => keystore.forget(of)),
		destroyBefore: (keyClass, day) => own(() => keystore.destroyBefore(keyClass, day)),
		days: (keyClass) => own(() => keystore.days(keyClass)),
		secret: (name) => own(() => keystore.secret(name)),
		isUp: () => keystore.isUp() && !owner.isForeign(),
		close: () => keystore.close(),
	};
}

function ownerBy(claim: Claim) {
	let known: { mark: Buffer; until: number } | null = null;
	let foreign = false;
	let asking: Promise<void> | null = null;

	const ask = async (mark: Buffer): Promise<void> => {
		const stands = await claim(mark);
		const isOther = stands !== null && !stands.equals(mark);
		if (isOther && !foreign) logError('keystore-foreign', new KeystoreDown(SENTENCE));
		if (!isOther && foreign) logInfo('keystore-own-again');
		foreign = isOther;
		known = isOther || !stands ? null : { mark, until: instant() + LONGEST_IN_MEMORY_MS };
	};
	// One question for all who wait: they may hold all the connections to the database but one.
	const askOnce = (mark: Buffer): Promise<void> => {
		asking ??= ask(mark).finally(() => (asking = null));
		return asking;
	};
	return {
		isForeign: () => foreign,
		async makeSure(mark: Buffer): Promise<void> {
			if (!known?.mark.equals(mark)) await askOnce(mark);
			// Meanwhile it goes on: without the database nothing new is known of it either.
			else if (known.until <= instant()) void askOnce(mark).catch(() => undefined);
			if (foreign || (known && !known.mark.equals(mark))) throw new KeystoreDown(SENTENCE);
		},
	};
}
