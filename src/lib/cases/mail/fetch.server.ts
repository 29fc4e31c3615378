import { addDays, instant, instantAt, now, today } from '#lib/platform/clock.ts';
import { Away } from '#lib/platform/away.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logInfo, logWarning } from '#lib/platform/log.server.ts';
import { MailboxAway, readMailbox } from '#lib/platform/mail/imap.server.ts';
import type { MailPlace } from '#lib/platform/mail/place.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { HELD_MS, type Mailroom, takeMail } from './receive.server.ts';
import { mailboxes, type MailboxRow } from './store.server.ts';

/** Beyond it only the beginning of a mail is fetched. */
const LARGEST_MAIL = 25 * 1_024 * 1_024;

/** One round over the mailbox, by one node at a time; what it found to be away is on record. */
export async function fetchMails(room: Mailroom, place: MailPlace): Promise<void> {
	const until = new Date(instant() + HELD_MS);
	const box = await mailboxes(ground().db).hold(room.id, { now: now(), until });
	if (box) await readFrom(room, place, box);
}

async function readFrom(room: Mailroom, place: MailPlace, box: MailboxRow): Promise<void> {
	const store = mailboxes(ground().db);
	try {
		await readMailbox(place, {
			cursor: box,
			since: oldest(),
			largest: LARGEST_MAIL,
			take: (mail) => takeMail(room, mail),
		});
		await store.setRead(room.id, now());
		if (box.awaySince) logInfo('mailbox-back');
	} catch (error) {
		if (error instanceof MailboxAway) {
			if (!box.awaySince) logWarning('mailbox-away', { trouble: error.trouble });
			await store.setAway(room.id, error.trouble, now());
		} else if (!(error instanceof Away)) throw error;
	}
}

/** What is older than any case is kept would come back from the dead. */
const oldest = (): Date => instantAt(addDays(today(), -DAYS_CASE_KEPT), '00:00');
