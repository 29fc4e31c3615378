import type { Say } from '#lib/platform/i18n/say.ts';
import type { NoticeSubject } from '../notices/notice.ts';

/** How she comes to her case from a mail; with a day, the link opens it once until then, else she types her code. */
export type Way = { readonly link: string; readonly day: string | null };

type Wording = {
	readonly about: NoticeSubject;
	/** The answer itself, for those who asked for it. */
	readonly answer: string | null;
	readonly way: Way;
	readonly language: string;
};

/** Our own mails in plain words. What it is about stands in none of them, unless she asked for that. */
export function textOfMail({ about, answer, way, language }: Wording, say: Say): string {
	const day = way.day && dayIn(language, way.day);
	const parts = [
		say('mail.out.hello'),
		answer ? say('mail.out.answer.asText') : say(`mail.out.${about}.what`),
		...(answer ? [answer, say('mail.out.answer.alsoThere')] : []),
		way.link,
		day ? say('mail.out.linkOpens', { day }) : say('mail.out.linkAsksCode'),
		...(about === 'received' ? [say('mail.out.received.next')] : []),
		say('mail.out.reply'),
		say('mail.out.careful'),
		say('mail.out.automatic'),
	];
	return `${parts.join('\n\n')}\n`;
}

function dayIn(language: string, day: string): string {
	const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
	return format.format(new Date(`${day}T12:00:00Z`));
}
