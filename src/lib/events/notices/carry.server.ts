import { createHash, createHmac } from 'node:crypto';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { Post } from '#lib/platform/mail/smtp.server.ts';
import { type SmsGateway, sendSms } from '#lib/platform/sms/gateway.server.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { waysOf } from '../registration/ways.server.ts';
import { openWho } from '../registration/words.server.ts';
import { type Facts, factsOf, type Read } from './facts.ts';
import type { Notice, NoticeEnd, Untrue } from './notice.ts';
import type { Carrier } from './send.server.ts';
import { readStanding } from './standing.server.ts';
import { wayTo } from './tell.server.ts';
import { isOfDate, type Standing, whyNot } from './truth.ts';
import { mailOf, smsOf } from './words.ts';

/** One word on its way: to whom, what is said, in which language, and under which mark it is one. */
type Ready = {
	readonly to: string;
	readonly facts: Facts;
	readonly say: Say;
	readonly lang: string;
	readonly mark: string;
};

/** `answers`: what people send back is read. No link and no code ever go by text message (docs/decisions/0022). */
export const smsCarrier = (gateway: SmsGateway, answers: boolean): Carrier =>
	carrier(({ to, facts, say, mark }) => sendSms(gateway, { id: mark, to, text: smsOf(facts, say, answers) }));

/** Whoever carries our mails: where they leave from, and the public address to which their links lead. */
export type Sender = { readonly post: Post; readonly ours: string; readonly site: string };

export const mailCarrier = ({ post, ours, site }: Sender): Carrier =>
	carrier(async ({ to, facts, say, lang, mark }, { registrationId }) => {
		const { token } = await waysOf(registrationId);
		const written = mailOf(facts, say, `${site.replace(/\/$/, '')}/${lang}/registration/${token}`);
		return post.send({ to, ...written, messageId: await messageIdOf(mark, ours), language: lang });
	});

type HandOver = (ready: Ready, notice: Notice) => Promise<'taken' | 'sent' | 'refused'>;

/** A word is made of how things stand when it leaves; what is true no more stays here. */
const carrier =
	(handOver: HandOver): Carrier =>
	async (notice): Promise<NoticeEnd> => {
		const read = await readStanding(ground().db, notice);
		const reason = read ? whyDropped(notice, read) : 'unreachable';
		if (!read || reason) return dropped(reason ?? 'unreachable');
		const contact = (await openWho(read.registration))?.contact;
		if (!contact) return dropped('unreachable');
		const answer = await handOver(ready(notice, read, contact), notice);
		if (answer === 'refused') return { state: 'failed', reason: 'refused' };
		return { state: 'sent', told: read.standing.now };
	};

const dropped = (reason: Untrue): NoticeEnd => ({ state: 'dropped', reason });

function whyDropped(notice: Notice, { registration, standing }: Read): Untrue | null {
	if (wayTo(registration.reachedBy) !== notice.kind) return 'unreachable';
	return whyNot(notice, standing, now());
}

function ready(notice: Notice, read: Read, to: string): Ready {
	const lang = languageOf(read.registration.language).code;
	const say = sayIn(lang, ['notices', 'rule']);
	const facts = factsOf(notice, read, { lang, at: now() });
	return { to, facts, say, lang, mark: markOf(notice, read.standing) };
}

/**
 * Told again after a fault it is the same one, and so is a second word of the same change, if nobody knows whether the
 * first was taken. If something changed between two tries, the second is a word of its own: better twice than never.
 */
function markOf({ id, registrationId, about }: Notice, { now: told, before }: Standing): string {
	const { occurrenceId, day, starts, mode, placeId, date, seat, until } = told;
	const word = isOfDate(about) ? [registrationId, before.length] : [id];
	const said = JSON.stringify([...word, occurrenceId, day, starts, mode, placeId, date, seat, until]);
	return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/** As those of cases look; it leads into none (docs/decisions/0023). */
async function messageIdOf(mark: string, ours: string): Promise<string> {
	const secret = await ground().keystore.secret('mails');
	const local = createHmac('sha256', secret).update(`event\0${mark}`).digest('hex').slice(0, 32);
	return `<${local}@${ours.slice(ours.lastIndexOf('@') + 1)}>`;
}
