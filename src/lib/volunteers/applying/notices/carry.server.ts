import { createHmac } from 'node:crypto';
import { instant, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { Post } from '#lib/platform/mail/smtp.server.ts';
import {
	type CarrierOf,
	type CarriersOf,
	type Outbox,
	type Reached,
	sendWaiting,
} from '#lib/platform/outbox/outbox.server.ts';
import type { Outcome } from '#lib/platform/outbox/outbox.ts';
import { type SmsGateway, sendSms } from '#lib/platform/sms/gateway.server.ts';
import { applicationNotices, type Notice } from './store.server.ts';
import { waysOf } from '../ways.server.ts';
import { forgetLater, openUnder } from '../words.server.ts';

type Carrier = CarrierOf<Notice, Outcome>;

const outbox: Outbox<Notice, Outcome> = {
	name: 'application-notice',
	take: (kinds, held) => ground().db.transaction((tx) => applicationNotices(tx).take(kinds, held)),
	settle: (id, end, at) =>
		ground().db.transaction(async (tx) => {
			const settled = await applicationNotices(tx).settle(id, end, at);
			if (settled) await forgetLater(tx, settled);
		}),
	delay: (id, until) => applicationNotices(ground().db).delay(id, until),
	// There is one answer to one application.
	isEnough: async () => false,
};

/** Sends what is due by each of these ways. */
export const sendApplicationNotices = (carriers: CarriersOf<Notice, Outcome>): Promise<Reached> =>
	sendWaiting(outbox, carriers);

/** What could leave by no way goes after a week, and with it to whom it was to go; her page says all. */
export async function giveUpApplicationNotices(): Promise<void> {
	const before = new Date(instant() - WAITED_MS);
	for (const id of await applicationNotices(ground().db).waitingSince(before)) {
		await outbox.settle(id, { state: 'failed', reason: 'given-up' }, now());
	}
}

const WAITED_MS = 7 * 86_400_000;

/** No link and no code ever go by text message (docs/decisions/0022). */
export const smsOfApplications = (gateway: SmsGateway): Carrier =>
	carrier((to, { id, language }) =>
		sendSms(gateway, { id, to, text: sayIn(language, ['volunteers'])('volunteers.told.sms') }),
	);

/** Whoever carries our mails: where they leave from, and the public address to which their links lead. */
type Sender = { readonly post: Post; readonly ours: string; readonly site: string };

export const mailOfApplications = ({ post, ours, site }: Sender): Carrier =>
	carrier(async (to, { id, applicationId, language }) => {
		const lang = languageOf(language).code;
		const say = sayIn(lang, ['volunteers']);
		const { token } = await waysOf(applicationId);
		const link = `${site.replace(/\/$/, '')}/${lang}/volunteer/application/${token}`;
		const written = { subject: say('volunteers.told.subject'), text: `${say('volunteers.told.mail')}\n\n${link}\n` };
		return post.send({ to, ...written, messageId: await messageIdOf(id, ours), language: lang });
	});

const carrier =
	(handOver: (to: string, notice: Notice) => Promise<'taken' | 'sent' | 'refused'>): Carrier =>
	async (notice) => {
		const to = notice.sealed && (await openUnder(notice, notice.sealed));
		if (!to) return { state: 'dropped', reason: 'unreachable' };
		const answer = await handOver(to, notice);
		return answer === 'refused' ? { state: 'failed', reason: 'refused' } : { state: 'sent' };
	};

/** As those of cases look; it leads into none (docs/decisions/0023). */
async function messageIdOf(id: string, ours: string): Promise<string> {
	const secret = await ground().keystore.secret('mails');
	const local = createHmac('sha256', secret).update(`application\0${id}`).digest('hex').slice(0, 32);
	return `<${local}@${ours.slice(ours.lastIndexOf('@') + 1)}>`;
}
