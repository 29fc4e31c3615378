import { clockSaid, fullDaySaid, hoursSaid, shortDaySaid } from '#lib/events/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import type { Facts, When } from './facts.ts';

/** Areas of `messages/`. */
export const WORDS = ['own', 'taking', 'rule'];

/** By text message: two parts of it in the longest script, and no link (docs/decisions/0022). */
export function smsOf(facts: Facts, say: Say): string {
	const line = lineOf({ ...facts, name: short(facts.name) }, say);
	const kind = kindOf(facts);
	return kind === 'over' ? line : `${line} ${say(`own.sms.${kind}`)}`;
}

/** By mail; `link` leads to where she signs in. */
export function mailOf(facts: Facts, say: Say, link: string): { readonly subject: string; readonly text: string } {
	const parts = [
		...[say('own.mail.hello'), lineOf(facts, say)],
		...(facts.place === '' ? [] : [say('own.mail.place', { place: facts.place })]),
		`${say(`own.mail.${kindOf(facts)}`)}\n${link}`,
		say('own.mail.automatic'),
	];
	return { subject: say(`own.subject.${facts.about}`), text: `${parts.join('\n\n')}\n` };
}

/** What is said by each way, and on her page. */
export function lineOf(facts: Facts, say: Say): string {
	const { about, name, when, inDays, ends, hours, until, inReturn } = facts;
	if (about === 'hours') return say(`own.news.hours.${hours ?? 'confirmed'}`);
	if (about === 'ends') return endingSaid(ends, say);
	if (about === 'back') return say('own.news.back');
	const words = { name, when: when ? said(when, say) : '', time: when ? hoursSaid(when, say) : '' };
	if (about === 'exchange') return say('own.news.exchange', { ...words, other: inReturn ? said(inReturn, say) : '' });
	if (about === 'reminder') return say(`own.news.reminder.${inDays < 2 ? inDays : 'later'}`, words);
	if (about === 'offered' && until) {
		return say('own.news.offered.until', { ...words, until: untilSaid(until, say) });
	}
	return say(`own.news.${about}`, words);
}

function endingSaid(ends: Facts['ends'], say: Say): string {
	if (!ends) return '';
	const words = { day: shortDaySaid(ends.day, say), what: say(`taking.qualification.${ends.what}`) };
	return say(`own.news.ends.${ends.what === 'pledge' ? 'pledge' : 'qualification'}`, words);
}

const HERS: readonly Facts['about'][] = ['given', 'reminder', 'moved', 'exchanged', 'not-exchanged', 'not-taken'];

/** What she can do about it is another thing each time. */
function kindOf({ about }: Facts): string {
	if (about === 'offered' || about === 'wanted' || about === 'exchange') return 'answer';
	if (HERS.includes(about)) return 'hers';
	return about === 'ends' || about === 'hours' || about === 'back' ? about : 'over';
}

const said = (when: When, say: Say): string =>
	say('own.when', { day: fullDaySaid(when.day, say), time: hoursSaid(when, say) });

const untilSaid = ({ day, starts }: When, say: Say): string =>
	say('own.until', { day: shortDaySaid(day, say), time: clockSaid(starts, say) });

const LONGEST_NAME = 32;

/** Longer names are cut at the end of a word, so that the day and the time are always there. */
function short(text: string): string {
	const letters = [...text];
	if (letters.length <= LONGEST_NAME) return text;
	return letters
		.slice(0, LONGEST_NAME + 1)
		.join('')
		.replace(/[\s,.–-]+\S*$/u, '');
}
