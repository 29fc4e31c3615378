import { addDays, instant, instantAt, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { Outgoing } from '#lib/platform/mail/letter.ts';
import type { Post } from '#lib/platform/mail/smtp.server.ts';
import { addresses } from '../addresses/store.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import type { Carrier } from '../notices/send.server.ts';
import type { NoticeRow } from '../notices/store.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { hashOfAddress, hashOfLink, hashOfMessageId, messageIdOf, tokenOfNotice } from './marks.server.ts';
import { mailLinks, mailMarks } from './store.server.ts';
import { mailAddressOf } from './thread.server.ts';
import { textOfMail, type Way } from './wording.ts';

export type Sender = {
	readonly post: Post;
	/** Our own address. */
	readonly ours: string;
	/** The public address of the site. */
	readonly site: string;
};

/** At most so many mails to one address in a day, of all its cases together. */
const MAILS_A_DAY = 12;
const DAY_MS = 86_400_000;
const DAYS_LINK_GOOD = 14;

/** Carries notices by mail. What identifies one is written down before it leaves, and is the same at each try. */
export function mailCarrier(sender: Sender): Carrier {
	return async (notice) => {
		const { db } = ground();
		const of = await cases(db).byId(notice.caseId);
		const row = of && (await addresses(db).ofCase(of.id)).find(({ kind }) => kind === 'email');
		if (!of || !row) return { state: 'failed', reason: 'no-address' };
		const to = await mailAddressOf(db, of);
		if (to === null) return { state: 'failed', reason: 'dark' };
		const address = await hashOfAddress(to);
		if ((await mailMarks(db).sentTo(address, new Date(instant() - DAY_MS))) >= MAILS_A_DAY) return { state: 'later' };
		const messageId = await messageIdOf(notice.id, sender.ours);
		await mailMarks(db).set(notice.id, { address, message: await hashOfMessageId(messageId, sender.ours) });
		const way = row.fromLetter ? await linkFor(notice, of, sender) : { link: caseAddress(of, sender), day: null };
		const state = await sender.post.send({ to, messageId, ...(await written(notice, of, way)) });
		return state === 'sent' ? { state } : { state: 'failed', reason: 'refused' };
	};
}

/** Whoever began with a letter has no code yet: the link of each mail opens her case, once. */
async function linkFor({ id }: NoticeRow, of: CaseRow, { site }: Sender): Promise<Way> {
	const token = await tokenOfNotice(id);
	const day = today(DAYS_LINK_GOOD);
	await mailLinks(ground().db).put(hashOfLink(token), of.id, instantAt(addDays(day, 1), '00:00'));
	return { link: `${site}/${languageOf(of.language).code}/open/${token}`, day };
}

const caseAddress = (of: CaseRow, { site }: Sender): string => `${site}/${languageOf(of.language).code}/case`;

async function written(
	notice: NoticeRow,
	of: CaseRow,
	way: Way,
): Promise<Pick<Outgoing, 'subject' | 'text' | 'language'>> {
	const language = languageOf(of.language).code;
	const say = sayIn(language, ['mail']);
	const answer = notice.number === null ? null : await answerOf(notice.number, of);
	const text = textOfMail({ about: notice.about, answer, way, language }, say);
	return { subject: say(`mail.out.${notice.about}.subject`), text, language };
}

async function answerOf(number: number, of: CaseRow): Promise<string | null> {
	const entry = (await readEntries(ground().db, of)).find((one) => one.number === number);
	return entry?.kind === 'answer' ? entry.text : null;
}
