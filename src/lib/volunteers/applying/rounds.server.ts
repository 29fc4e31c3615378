import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Deleted } from '#lib/privacy/index.server.ts';
import { giveUpApplicationNotices } from './notices/carry.server.ts';
import { applications } from './store.server.ts';

const LARGEST_SWEEP = 200;

/** Gives up what nothing carries, destroys the keys of every past day and deletes the applications of that time, with the word that waits of them. */
export async function expireApplications(): Promise<Deleted> {
	await giveUpApplicationNotices();
	const { db, keystore } = ground();
	const keyDays = await keystore.destroyBefore('case', today());
	let rows = 0;
	for (let more = true; more; ) {
		const gone = await applications(db).removeBefore(today(), LARGEST_SWEEP);
		rows += gone;
		more = gone === LARGEST_SWEEP;
	}
	return { rows, keyDays };
}
