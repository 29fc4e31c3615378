import { ImapFlow } from 'imapflow';
import { Away } from '../away.ts';
import type { MailPlace } from './place.ts';

/** How far a mailbox was read. */
export type MailCursor = { readonly uidValidity: number | null; readonly lastUid: number };

export type FetchedMail = {
	readonly uidValidity: number;
	readonly uid: number;
	/** Null for one that is older than what is asked for. */
	readonly raw: Buffer | null;
	/** The whole of it, of which `raw` is the beginning when it is too large. */
	readonly size: number;
	readonly isWhole: boolean;
	readonly arrivedAt: Date;
};

/** `sign-in`: the server is there and does not let us in; `folder`: there is no such folder. */
export type MailboxTrouble = 'unreachable' | 'sign-in' | 'folder';

export class MailboxAway extends Away {
	override name = 'MailboxAway';
	readonly trouble: MailboxTrouble;
	constructor(trouble: MailboxTrouble, cause?: unknown) {
		super('the mailbox cannot be read', { cause });
		this.trouble = trouble;
	}
}

type Reading = {
	readonly cursor: MailCursor;
	/** What came before is passed over. */
	readonly since: Date;
	/** Of a larger mail only the beginning is fetched. */
	readonly largest: number;
	/** One after the other, in the order of the mailbox. False: somebody else reads on. */
	readonly take: (mail: FetchedMail) => Promise<boolean>;
};

const BEGINNING = 256 * 1_024;
const BATCH_BYTES = 4 * 1_024 * 1_024;
const BATCH_MAILS = 50;

/**
 * Reads all that is new by its number in the mailbox, whether or not somebody has read it elsewhere. The mailbox is
 * opened for reading only: nothing in it is marked, moved or deleted. Numbered anew, it is read from its beginning.
 */
export async function readMailbox(place: MailPlace, reading: Reading): Promise<void> {
	const client = clientFor(place);
	// Without a listener an error between two orders would take the node down.
	client.on('error', () => undefined);
	try {
		await asked(client.connect());
		const box = await asked(client.mailboxOpen(place.folder, { readOnly: true }), 'folder');
		const uidValidity = Number(box.uidValidity);
		const from = reading.cursor.uidValidity === uidValidity ? reading.cursor.lastUid : 0;
		await readFrom(client, { ...reading, cursor: { uidValidity, lastUid: from } });
	} finally {
		await client.logout().catch(() => client.close());
	}
}

function clientFor({ host, port, tls, user, password }: MailPlace): ImapFlow {
	return new ImapFlow({
		...{ host, port, secure: tls === 'whole', auth: { user: user ?? '', pass: password ?? '' } },
		...(tls === 'upgrade' && { doSTARTTLS: true }),
		...(tls === 'none' && { doSTARTTLS: false }),
		...{ logger: false, disableAutoIdle: true, disableCompression: true },
		...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 },
		...{ maxLiteralSize: 64 * 1_024 * 1_024, maxResponseSize: 96 * 1_024 * 1_024 },
	});
}

type Listed = { readonly uid: number; readonly size: number; readonly arrivedAt: Date };

async function readFrom(client: ImapFlow, reading: Reading): Promise<void> {
	const uidValidity = reading.cursor.uidValidity ?? 0;
	const all = await list(client, reading.cursor.lastUid);
	const fresh = all.filter(({ arrivedAt }) => arrivedAt >= reading.since);
	const last = all.at(-1);
	if (last && fresh.length === 0) {
		await reading.take({ uidValidity, ...last, raw: null, isWhole: false });
	}
	for (const batch of batches(fresh, reading.largest)) {
		for (const { raw, ...one } of await fetchAll(client, batch, reading.largest)) {
			const isWhole = one.size <= reading.largest;
			if (!(await reading.take({ uidValidity, ...one, raw, isWhole }))) return;
		}
	}
}

/** The last mail answers to every range that ends in `*`, whatever its number. */
async function list(client: ImapFlow, after: number): Promise<Listed[]> {
	if (client.mailbox === false || client.mailbox?.exists === 0) return [];
	const query = { uid: true, size: true, internalDate: true };
	const found = await asked(client.fetchAll(`${after + 1}:*`, query, { uid: true }));
	return found
		.filter(({ uid }) => uid > after)
		.map(({ uid, size, internalDate }) => ({ uid, size: size ?? 0, arrivedAt: new Date(internalDate ?? 0) }))
		.sort((a, b) => a.uid - b.uid);
}

/** As many in one order as memory bears; a large one alone. */
function batches(all: readonly Listed[], largest: number): Listed[][] {
	const made: Listed[][] = [];
	let bytes = 0;
	for (const one of all) {
		const batch = made.at(-1);
		bytes += one.size;
		if (!batch || batch.length >= BATCH_MAILS || bytes > BATCH_BYTES || one.size > largest) {
			made.push([one]);
			bytes = one.size > largest ? BATCH_BYTES : one.size;
		} else batch.push(one);
	}
	return made;
}

async function fetchAll(
	client: ImapFlow,
	batch: readonly Listed[],
	largest: number,
): Promise<(Listed & { raw: Buffer })[]> {
	const isLarge = batch.some(({ size }) => size > largest);
	const query = { uid: true, source: isLarge ? { start: 0, maxLength: BEGINNING } : true };
	const range = batch.map(({ uid }) => uid).join(',');
	const found = new Map<number, Buffer>();
	for (const { uid, source } of await asked(client.fetchAll(range, query, { uid: true }))) {
		if (source) found.set(uid, source);
	}
	// What is missing was taken out of the mailbox in this moment.
	return batch.flatMap((one) => {
		const raw = found.get(one.uid);
		return raw ? [{ ...one, raw }] : [];
	});
}

async function asked<T>(order: Promise<T>, otherwise: MailboxTrouble = 'unreachable'): Promise<T> {
	try {
		return await order;
	} catch (error) {
		throw new MailboxAway(troubleOf(error, otherwise), error);
	}
}

function troubleOf(error: unknown, otherwise: MailboxTrouble): MailboxTrouble {
	if (error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed) return 'sign-in';
	const hasAnswered = error instanceof Error && 'responseStatus' in error && error.responseStatus === 'NO';
	return hasAnswered ? otherwise : 'unreachable';
}
