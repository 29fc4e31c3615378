import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { MailboxTrouble } from '#lib/platform/mail/imap.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { notices } from '../notices/store.server.ts';
import { type Became, mailboxes, takenMails } from './store.server.ts';

/** Where the mailbox stands, in numbers; no address and no word of anybody. */
export type MailStanding = {
	readonly fetchedAt: Date | null;
	readonly awaySince: Date | null;
	readonly trouble: MailboxTrouble | null;
	readonly out: { readonly waiting: number; readonly failed: number; readonly oldest: Date | null };
	/** What became of the mails of the last seven days. */
	readonly became: readonly { readonly became: Became; readonly count: number }[];
};

export async function mailStanding(mailboxId: string): Promise<MailStanding> {
	const { db } = ground();
	const box = await mailboxes(db).byId(mailboxId);
	return {
		...{ fetchedAt: box?.fetchedAt ?? null, awaySince: box?.awaySince ?? null, trouble: box?.trouble ?? null },
		out: await notices(db).standing('email'),
		became: await takenMails(db).becameSince(today(-7)),
	};
}

/** What is older is not read any more, so nothing need be remembered of it. */
export const deleteOldMarks = (db: Queryable): Promise<number> => takenMails(db).removeBefore(today(-DAYS_CASE_KEPT));
