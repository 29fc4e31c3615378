import type { Letter, LetterFile } from '#lib/platform/mail/letter.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { LONGEST_ENTRY } from '../entries/entry.ts';
import { withoutQuoted } from './quoted.ts';

export type Told = {
	/** It answers a mail of ours: what it quotes of it is in the case already. */
	readonly isAnswer: boolean;
	readonly isWhole: boolean;
	/** Of the whole mail, in bytes. */
	readonly size: number;
};

/** What stands in the case of a letter: her words, and in brackets what was left out. */
export function wordsOf(letter: Letter, { isAnswer, isWhole, size }: Told, say: Say): string {
	const { text, wasCut } = isAnswer ? withoutQuoted(letter.text) : { text: letter.text, wasCut: false };
	const notes = [
		...(wasCut ? [say('mail.entry.quoteLeftOut')] : []),
		...letter.files.slice(0, 10).map((file) => fileSaid(file, say)),
		...(letter.files.length > 10 ? [say('mail.entry.moreFiles', { count: letter.files.length - 10 })] : []),
		...(isWhole ? [] : [say('mail.entry.tooLarge', { size: sizeSaid(size, say) })]),
	];
	const bracketed = notes.map((note) => `[${note}]`).join('\n');
	const subject = isAnswer ? '' : letter.subject;
	const room = LONGEST_ENTRY - bracketed.length - 200;
	const words = [subject, text].filter((part) => part !== '').join('\n\n');
	const kept = words.length > room ? `${words.slice(0, room)}…\n\n[${say('mail.entry.tooLong')}]` : words;
	const whole = [kept, bracketed].filter((part) => part !== '').join('\n\n');
	return whole === '' ? `[${say('mail.entry.empty')}]` : whole;
}

const fileSaid = ({ kind, bytes }: LetterFile, say: Say): string =>
	say(`mail.entry.file.${kind}`, { size: sizeSaid(bytes, say) });

function sizeSaid(bytes: number, say: Say): string {
	const isSmall = bytes < 1_000_000;
	const amount = isSmall ? Math.max(1, Math.round(bytes / 1_000)) : Math.round(bytes / 100_000) / 10;
	return say(isSmall ? 'mail.entry.kilobytes' : 'mail.entry.megabytes', { amount });
}
