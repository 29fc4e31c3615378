import { instant } from '#lib/platform/clock.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { JobHandler } from '#lib/platform/jobs.server.ts';
import { logError, logInfo } from '#lib/platform/log.server.ts';
import { type LookOptions, lookAt } from './look.server.ts';
import { links } from './store.server.ts';

const DAY_MS = 86_400_000;

/** Addresses in texts that nobody looked at for a day; what no text leads to any more is forgotten. */
export async function dueLinks(): Promise<string[]> {
	const store = links(ground().db);
	const urls = [...(await store.inUse()).keys()];
	await store.keepOnly(urls);
	return store.unseenSince(urls, new Date(instant() - DAY_MS));
}

/**
 * The daily round. The job only sets it going: pages elsewhere are slow, and other jobs must not wait for them. A round
 * that died with the process is taken up by the next hourly job, since what is due stands in the table.
 */
export function linkRounds({ isOn }: { isOn: () => boolean }): { begin: JobHandler; stop: () => void } {
	let isGoing = false;
	let isStopped = false;
	return {
		async begin() {
			if (isGoing || isStopped || !isOn()) return;
			isGoing = true;
			void goRound({ isStopped: () => isStopped }).finally(() => (isGoing = false));
		},
		/** Waits for nobody: what was asked elsewhere is dropped when it comes. */
		stop() {
			isStopped = true;
		},
	};
}

async function goRound(options: LookOptions): Promise<void> {
	try {
		const due = await dueLinks();
		await lookAt(due, options);
		if (due.length > 0) logInfo('links-checked', { links: due.length });
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('check-links', error);
	}
}
