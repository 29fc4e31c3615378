import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { isOpen } from './callback.ts';
import { giveUp } from './calls.server.ts';
import { callbacks } from './store.server.ts';

const LARGEST_SWEEP = 200;

/** Nobody called in time: given up, and the number goes. Gives how many. */
export async function giveUpLateCallbacks(): Promise<number> {
	const { db } = ground();
	let ended = 0;
	for (let more = true; more; ) {
		const late = await callbacks(db).overBefore(today(), LARGEST_SWEEP);
		for (const { id } of late) if (await giveUpOne(id)) ended += 1;
		more = late.length === LARGEST_SWEEP;
	}
	return ended;
}

function giveUpOne(id: string): Promise<boolean> {
	return ground().db.transaction(async (tx) => {
		const callback = await callbacks(tx).locked(id);
		if (!callback || !isOpen(callback)) return false;
		await giveUp(tx, callback);
		return true;
	});
}
