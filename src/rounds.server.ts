import { deleteOldMarks, deleteOldTallies } from '#lib/cases/index.server.ts';
import { expireTalks } from '#lib/chat/index.server.ts';
import { deleteOldQuestions, deleteUnusedPictures } from '#lib/content/index.server.ts';
import { deleteOldHeads, expireRegistrations } from '#lib/events/index.server.ts';
import { deleteOldInvitations } from '#lib/identity/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { deleteOldJobs, enqueue } from '#lib/platform/jobs.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { deleteOldSmsIds } from '#lib/platform/sms/receive.server.ts';
import { deleteOldRuns, recorded } from '#lib/privacy/index.server.ts';
import { deleteOldMisses } from '#lib/search/index.server.ts';
import { deleteOldVolunteerNotices, expireApplications } from '#lib/volunteers/index.server.ts';

const ROUND_MS = 30_000;
const HOUR_MS = 3_600_000;

type Stop = () => Promise<void>;

/** What comes round by the clock, on whichever node; the first sweep begins at once. */
export function beginRounds(): Stop[] {
	const first = sweep();
	return [every(ROUND_MS, lookAround), every(HOUR_MS, sweep), () => first];
}

/** What is past its day is destroyed, keys first, of whatever area; one record of it all. */
export const expire = recorded('expire', async () => {
	const parts = [await expireTalks(), await expireRegistrations(), await expireApplications()];
	const keyDays = [...new Set(parts.flatMap((part) => part.keyDays))].sort();
	return { rows: parts.reduce((sum, { rows }) => sum + rows, 0), keyDays };
});

/** What is no longer of use goes: done jobs, dead invitations, old searches, pictures that no text ever showed. */
export const tidy = recorded('tidy', async () => {
	const { db } = ground();
	const old = [
		deleteOldJobs,
		deleteOldInvitations,
		deleteOldMisses,
		deleteOldTallies,
		deleteOldHeads,
		deleteOldQuestions,
		deleteOldRuns,
	];
	const deletions = [...old, deleteOldSmsIds, deleteOldMarks, deleteUnusedPictures, deleteOldVolunteerNotices];
	let rows = 0;
	for (const deletion of deletions) rows += await deletion(db);
	return { rows, keyDays: [] };
});

/** Every hour: what is past its day is destroyed, links that are due for the day are looked at, months are counted. */
async function sweep(): Promise<void> {
	try {
		await enqueue(ground().db, { kind: 'expire', key: 'hourly', runAt: now() });
		await enqueue(ground().db, { kind: 'tidy', key: 'hourly', runAt: now() });
		await enqueue(ground().db, { kind: 'check-links', key: 'hourly', runAt: now() });
		await enqueue(ground().db, { kind: 'tell-endings', key: 'hourly', runAt: now() });
		await enqueue(ground().db, { kind: 'record-downloads', key: 'hourly', runAt: now() });
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('sweep', error);
	}
}

/** Every half minute, on whichever node: for helpers who vanished, seats whose time is over, shifts that have ended. */
async function lookAround(): Promise<void> {
	try {
		await enqueue(ground().db, { kind: 'give-back', key: 'round', runAt: now() });
		await enqueue(ground().db, { kind: 'settle-lines', key: 'round', runAt: now() });
		await enqueue(ground().db, { kind: 'end-shifts', key: 'round', runAt: now() });
		await enqueue(ground().db, { kind: 'follow-calendar', key: 'round', runAt: now() });
		await enqueue(ground().db, { kind: 'settle-shifts', key: 'round', runAt: now() });
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('round', error);
	}
}

/** Never twice at once; gives what stops it, when what runs has ended. */
export function every(ms: number, work: () => Promise<void>): () => Promise<void> {
	let turn: Promise<void> = Promise.resolve();
	const timer = setInterval(() => (turn = turn.then(work)), ms);
	return async () => {
		clearInterval(timer);
		await turn;
	};
}
