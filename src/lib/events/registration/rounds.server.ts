import { instant, now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { JobHandler } from '#lib/platform/jobs.server.ts';
import type { Deleted } from '#lib/privacy/index.server.ts';
import { LEFT_MS } from './registration.ts';
import { GROUP_BLOCKS_MS } from './seats.ts';
import { settleLine } from './settle.server.ts';
import { registrations } from './store.server.ts';

const LARGEST_SWEEP = 200;
/** Until then she may come back to her page and send the form after all. */
const NEVER_SENT_MS = 24 * 3_600_000;

/** Every half minute: forms and offers whose time is over give their seats to whoever is next. */
export const settleLines: JobHandler = async () => {
	const { db } = ground();
	const before = (milliseconds: number): Date => new Date(instant() - milliseconds);
	const limits = { shortBefore: before(GROUP_BLOCKS_MS), leftBefore: before(LEFT_MS) };
	const due = await registrations(db).due(now(), limits);
	for (const id of due) await db.transaction((tx) => settleLine(tx, id));
};

/** Destroys the keys of every past day, deletes who was registered (P32, P36) and seats for which no form was ever sent. */
export async function expireRegistrations(): Promise<Deleted> {
	const { db, keystore } = ground();
	const keyDays = await keystore.destroyBefore('event', today());
	const rows = await allOf((limit) => registrations(db).removeBefore(today(), limit));
	const dayAgo = new Date(instant() - NEVER_SENT_MS);
	const neverSent = await allOf((limit) => registrations(db).removeNeverSent(dayAgo, limit));
	return { rows: rows + neverSent, keyDays };
}

async function allOf(remove: (limit: number) => Promise<number>): Promise<number> {
	let rows = 0;
	for (let more = true; more; ) {
		const gone = await remove(LARGEST_SWEEP);
		rows += gone;
		more = gone === LARGEST_SWEEP;
	}
	return rows;
}
