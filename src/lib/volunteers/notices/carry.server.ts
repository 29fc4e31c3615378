import { createHash, createHmac } from 'node:crypto';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import type { Post } from '#lib/platform/mail/smtp.server.ts';
import { type SmsGateway, sendSms } from '#lib/platform/sms/gateway.server.ts';
import { openContact } from '../people/contact.server.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Notice, NoticeEnd, Untrue } from './notice.ts';
import type { Carrier } from './send.server.ts';
import { type ReadOfHer, readStanding } from './standing/standing.server.ts';
import { whyNot } from './truth.ts';
import { mailOf, smsOf, WORDS } from './words.ts';

type Ready = {
	readonly to: string;
	readonly facts: Facts;
	readonly say: Say;
	readonly lang: string;
	/** Under which it is one, however often it is handed over. */
	readonly mark: string;
};

/** No link ever goes by text message (docs/decisions/0022). */
export const smsCarrier = (gateway: SmsGateway): Carrier =>
	carrier(({ to, facts, say, mark }) => sendSms(gateway, { id: mark, to, text: smsOf(facts, say) }));

/** Whoever carries our mails: where they leave from, and the public address of the site. */
export type Sender = { readonly post: Post; readonly ours: string; readonly site: string };

/** The address in a mail leads to where she signs in: it is no secret. */
export const mailCarrier = ({ post, ours, site }: Sender): Carrier =>
	carrier(async ({ to, facts, say, lang, mark }) => {
		const written = mailOf(facts, say, `${site.replace(/\/$/, '')}/staff/shifts`);
		return post.send({ to, ...written, messageId: await messageIdOf(mark, ours), language: lang });
	});

/** A word is made of how things stand when it leaves; what is true no more stays here. */
const carrier =
	(handOver: (ready: Ready) => Promise<'taken' | 'sent' | 'refused'>): Carrier =>
	async (notice): Promise<NoticeEnd> => {
		const read = await readStanding(ground().db, notice);
		const reason = read ? whyNot(notice, read.standing, now()) : 'unreachable';
		if (!read || reason) return dropped(reason ?? 'unreachable');
		const contact = await openContact(read.her);
		if (contact === '' || read.her.reachedBy !== notice.kind) return dropped('unreachable');
		if ((await handOver(ready(notice, read, contact))) === 'refused') return { state: 'failed', reason: 'refused' };
		return { state: 'sent', saidStart: read.standing.shift?.startsAt ?? null };
	};

const dropped = (reason: Untrue): NoticeEnd => ({ state: 'dropped', reason });

function ready(notice: Notice, read: ReadOfHer, to: string): Ready {
	const lang = languageOf(read.her.accountLanguage).code;
	const facts = factsOf(notice, read, { lang, at: now() });
	return { to, facts, say: sayIn(lang, WORDS), lang, mark: markOf(notice, read) };
}

/** If the shift moved between two tries, the second is a word of its own: better twice than never. */
function markOf({ id }: Notice, { standing: { shift } }: ReadOfHer): string {
	const said = JSON.stringify(['volunteer', id, shift?.startsAt, shift?.endsAt, shift?.state]);
	return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

async function messageIdOf(mark: string, ours: string): Promise<string> {
	const secret = await ground().keystore.secret('mails');
	const local = createHmac('sha256', secret).update(`volunteer\0${mark}`).digest('hex').slice(0, 32);
	return `<${local}@${ours.slice(ours.lastIndexOf('@') + 1)}>`;
}
