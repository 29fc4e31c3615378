import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { addresses } from '../addresses/store.server.ts';
import type { NoticeState, NoticeSubject, NoticeTrouble } from './notice.ts';
import { notices } from './store.server.ts';

/** Word of an answer as its case shows it. */
export type Notice = {
	readonly kind: 'email' | 'sms';
	readonly about: NoticeSubject;
	readonly state: NoticeState;
	readonly reason: NoticeTrouble | null;
	readonly madeAt: string;
	/** When it was sent, or given up. */
	readonly settledAt: string | null;
};

/**
 * Whoever writes an answer into a case calls this in the same transaction: word of it goes to wherever she wants to be
 * told. Several answers in one moment are one word, unless she asked for their text.
 */
export async function noticeOfAnswer(tx: Queryable, caseId: string, number: number): Promise<void> {
	for (const { kind, wantsText, isReachable } of await addresses(tx).ofCase(caseId)) {
		if (!isReachable) continue;
		if (!wantsText && (await notices(tx).isWaiting(caseId, kind))) continue;
		const row = { id: newId(), caseId, kind, about: 'answer' as const, number: wantsText ? number : null };
		await notices(tx).add(row, now());
	}
}

/** All that was sent, or waits to be sent, about a case. */
export async function noticesOf(db: Queryable, caseId: string): Promise<Notice[]> {
	const rows = await notices(db).ofCase(caseId);
	return rows.map(({ kind, about, state, reason, madeAt, settledAt }) => ({
		...{ kind, about, state },
		reason: reason as NoticeTrouble | null,
		madeAt: madeAt.toISOString(),
		settledAt: settledAt?.toISOString() ?? null,
	}));
}
