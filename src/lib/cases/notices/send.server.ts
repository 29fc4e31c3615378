import { Away } from '#lib/platform/away.ts';
import { instant, now } from '#lib/platform/clock.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError, logWarning } from '#lib/platform/log.server.ts';
import type { AddressKind } from '../addresses/store.server.ts';
import { type Carried, NOTICES_A_DAY, pauseAfter } from './notice.ts';
import { type NoticeRow, notices } from './store.server.ts';

/** Carries one word to whom it is for. Called again for the same one it must look the same to whoever receives it. */
export type Carrier = (notice: NoticeRow) => Promise<Carried>;
export type Carriers = Partial<Record<AddressKind, Carrier>>;

/** Longer than a carrier may take, so that no other node begins with the same one. */
const HELD_MS = 120_000;
const DAY_MS = 86_400_000;
/** Then word of it is of no use any more. */
const GIVEN_UP_MS = 7 * DAY_MS;
/** Tried again each hour, until the day of the others is over. */
const LATER_MS = 3_600_000;

/** Sends what is due, one after the other, until there is nothing left; of a kind whose carrier is away, one. */
export async function sendNotices(carriers: Carriers): Promise<void> {
	const kinds = new Set(kindsOf(carriers));
	try {
		for (let next = await take(kinds); next; next = await take(kinds)) {
			if (!(await sendOne(next, carriers))) kinds.delete(next.kind);
		}
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('notices', error);
	}
}

function take(kinds: ReadonlySet<AddressKind>): Promise<NoticeRow | null> {
	return notices(ground().db).take([...kinds], { now: now(), until: new Date(instant() + HELD_MS) });
}

/** False when its carrier is away. */
async function sendOne(notice: NoticeRow, carriers: Carriers): Promise<boolean> {
	try {
		await settle(notice, (await isEnoughForToday(notice)) ? { state: 'later' } : await carriers[notice.kind]?.(notice));
		return true;
	} catch (error) {
		if (error instanceof DatabaseDown) throw error;
		if (!(error instanceof Away)) logError('notice', error, { kind: notice.kind, tries: notice.tries });
		await again(notice);
		return !(error instanceof Away);
	}
}

async function again({ id, kind, tries, madeAt }: NoticeRow): Promise<void> {
	const isTooLate = instant() - madeAt.getTime() > GIVEN_UP_MS;
	if (isTooLate) return settle({ id, kind }, { state: 'failed', reason: 'given-up' });
	await notices(ground().db).delay(id, new Date(instant() + pauseAfter(tries)));
}

async function settle(
	{ id, kind }: Pick<NoticeRow, 'id' | 'kind'>,
	carried: Carried = { state: 'later' },
): Promise<void> {
	const store = notices(ground().db);
	if (carried.state === 'later') return store.delay(id, new Date(instant() + LATER_MS));
	const reason = carried.state === 'failed' ? carried.reason : null;
	if (reason) logWarning('notice-failed', { kind, reason });
	await store.settle(id, carried.state, { at: now(), reason });
}

async function isEnoughForToday({ caseId, kind }: NoticeRow): Promise<boolean> {
	const since = new Date(instant() - DAY_MS);
	return (await notices(ground().db).toCaseSince(caseId, kind, since)) >= NOTICES_A_DAY;
}

const isKind = (name: string): name is AddressKind => name === 'email' || name === 'sms';
const kindsOf = (carriers: Carriers): AddressKind[] => Object.keys(carriers).filter(isKind);
