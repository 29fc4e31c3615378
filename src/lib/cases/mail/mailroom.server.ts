import { Away } from '#lib/platform/away.ts';
import { logError } from '#lib/platform/log.server.ts';
import type { MailPlace } from '#lib/platform/mail/place.ts';
import { postAt } from '#lib/platform/mail/smtp.server.ts';
import type { Carrier } from '../notices/send.server.ts';
import { mailCarrier } from './carry.server.ts';
import { fetchMails } from './fetch.server.ts';
import { idOfMailbox } from './marks.server.ts';
import { type MailStanding, mailStanding } from './standing.server.ts';

type MailSettings = { readonly from: string; readonly smtp: MailPlace; readonly imap: MailPlace | null };

export type Mail = {
	readonly carry: Carrier;
	/** One round over the mailbox. */
	readonly fetch: () => Promise<void>;
	readonly standing: () => Promise<MailStanding>;
	/** As of the last round of whichever node. */
	readonly isAway: () => boolean;
	readonly close: () => Promise<void>;
};

/** E-mail as a channel of cases. `site` is the public address, to which the links of our mails lead. */
export function openMail({ from, smtp, imap }: MailSettings, site: string): Mail {
	const post = postAt(smtp, from);
	let isAway = false;
	const standing = async (): Promise<MailStanding> => mailStanding(imap ? await idOfMailbox(imap) : '');
	return {
		carry: mailCarrier({ post, ours: from, site: site.replace(/\/$/, '') }),
		async fetch() {
			if (!imap) return;
			try {
				await fetchMails({ id: await idOfMailbox(imap), ours: from }, imap);
				isAway = (await standing()).awaySince !== null;
			} catch (error) {
				// Without database or keystore the mails wait where they are.
				if (!(error instanceof Away)) logError('mailbox', error);
			}
		},
		standing,
		isAway: () => isAway,
		close: async () => post.close(),
	};
}
