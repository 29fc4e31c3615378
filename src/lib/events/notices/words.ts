import type { Say } from '#lib/platform/i18n/say.ts';
import { clockSaid, fullDaySaid, shortDaySaid } from '../series/wording.ts';
import type { Facts, When } from './facts.ts';

/** By text message, three parts of it at the most in the longest script. `answers`: what she sends back is read. */
export function smsOf(facts: Facts, say: Say, answers: boolean): string {
	const parts = [headOf(facts, say, answers), ...(isStill(facts) ? restOf(facts, say, answers) : [])];
	return parts.filter(Boolean).join(' ');
}

/** Longer names are cut, so that the day and the time are always there. Where two are told, each has less room. */
const LONGEST_NAME = 36;
const LONGEST_OF_TWO = 32;

/** By mail; `link` leads to her page. */
export function mailOf(facts: Facts, say: Say, link: string): { readonly subject: string; readonly text: string } {
	const { about, name } = facts;
	const page = isOver(facts) ? [] : [`${say('notices.mail.page')}\n${link}`, say('notices.mail.keepToYourself')];
	const parts = [say('notices.mail.hello'), textOf(facts, say), linesOf(facts, say).join('\n'), ...page];
	return {
		subject: say(`notices.mail.${about}.subject`, { name }),
		text: `${[...parts, say('notices.mail.automatic')].join('\n\n')}\n`,
	};
}

function headOf(facts: Facts, say: Say, answers: boolean): string {
	const { about, until, was } = facts;
	const words = {
		...{ name: short(facts.name, about === 'replaced' ? LONGEST_OF_TWO : LONGEST_NAME), when: said(facts.when, say) },
		...{ was: was ? shortSaid(was, say) : '', until: until ? shortSaid(until, say) : '' },
		...{
			instead: short(facts.instead?.name ?? '', LONGEST_OF_TWO),
			insteadWhen: facts.instead ? said(facts.instead, say) : '',
		},
		...{ date: shortDaySaid(facts.when.day, say), time: clockSaid(facts.when.starts, say) },
	};
	if (about === 'reminder') return say(`notices.sms.reminder.${nearness(facts)}`, words);
	if (about === 'moved') return say(`notices.sms.moved.${isOtherTime(facts) ? 'time' : 'place'}`, words);
	if (about === 'mode-changed') return say(`notices.sms.mode-changed.${facts.mode}`, words);
	if (about === 'replaced') return say(`notices.sms.replaced.${replacement(facts)}`, words);
	const head = say(`notices.sms.${about}`, words);
	if (about === 'cancelled') return `${head} ${causeIn('sms', facts, say)}`.trim();
	if (about !== 'offered') return head;
	return `${head} ${say(`notices.sms.offered.${answers ? 'answer' : 'byCode'}`, words)}`;
}

function restOf({ place, mode, ticket, hasSeat, inLine }: Facts, say: Say, answers: boolean): string[] {
	return [
		place === ''
			? ''
			: say(`notices.sms.${mode === 'both' ? 'placeOrOnline' : 'place'}`, { place: short(place, LONGEST_OF_TWO) }),
		...(hasSeat ? [say('notices.sms.ticket', { ticket: String(ticket) })] : []),
		...(inLine ? [say('notices.sms.inLine')] : []),
		say(`notices.sms.${answers ? 'cancel' : 'cancelByCode'}`),
	];
}

/** She comes, as far as this word goes, and may say that she does not. */
function isStill({ about, insteadOf }: Facts): boolean {
	if (about === 'replaced') return insteadOf;
	return ['confirmed', 'moved', 'mode-changed', 'reminder'].includes(about);
}

/** Of a date that was changed before she registered she need not hear why. */
const TELLS_WHY: readonly Facts['about'][] = ['mode-changed', 'cancelled', 'replaced'];

const isOver = (facts: Facts): boolean =>
	['offer-over', 'seat-gone', 'cancelled', 'withdrawn'].includes(facts.about) || replacement(facts) === 'by';

const nearness = ({ inDays }: Facts): string => (inDays < 2 ? String(inDays) : 'later');

const isOtherTime = ({ was, when }: Facts): boolean =>
	was !== null && (was.day !== when.day || was.starts !== when.starts);

function replacement({ insteadOf, inLine, instead }: Facts): 'hers' | 'line' | 'by' | 'otherwise' {
	if (insteadOf) return inLine ? 'line' : 'hers';
	return instead ? 'by' : 'otherwise';
}

function causeIn(way: 'sms' | 'mail', { cause }: Facts, say: Say): string {
	return cause === null || cause === 'other' ? '' : say(`notices.${way}.cause.${cause}`);
}

function textOf(facts: Facts, say: Say): string {
	const { about, mode, until, instead } = facts;
	if (about === 'mode-changed') return say(`notices.mail.mode-changed.${mode}`);
	if (about === 'replaced') {
		const words = { instead: instead?.name ?? '', insteadWhen: instead ? said(instead, say) : '' };
		return say(`notices.mail.replaced.${replacement(facts)}`, words);
	}
	return say(`notices.mail.${about}.text`, { until: until ? shortSaid(until, say) : '' });
}

function linesOf(facts: Facts, say: Say): string[] {
	const { about, name, when, was, ticket, seats, hasSeat, insteadOf } = facts;
	const why = facts.reason || causeIn('mail', facts, say);
	return [
		say('notices.mail.what', { name }),
		...(was && isOtherTime(facts) && (about === 'moved' || insteadOf)
			? [say('notices.mail.was', { was: said(was, say) })]
			: []),
		say('notices.mail.when', { when: said(when, say) }),
		...whereOf(facts, say),
		...(facts.inLine && isStill(facts) ? [say('notices.mail.inLine')] : []),
		...(hasSeat && !isOver(facts) ? [say('notices.mail.ticket', { ticket: String(ticket) })] : []),
		...(seats > 1 ? [say('notices.mail.seats', { count: seats })] : []),
		...(why === '' || facts.cause === null || !TELLS_WHY.includes(about)
			? []
			: [say('notices.mail.reason', { reason: why })]),
		...(facts.mode !== 'on-site' && isStill(facts) ? [say('notices.mail.joinThere')] : []),
	];
}

function whereOf({ mode, place }: Facts, say: Say): string[] {
	if (mode === 'online') return [say('notices.mail.online')];
	if (place === '') return [];
	return [say(`notices.mail.${mode === 'both' ? 'placeOrOnline' : 'where'}`, { place })];
}

const said = ({ day, starts }: When, say: Say): string =>
	say('notices.sms.when', { day: fullDaySaid(day, say), time: clockSaid(starts, say) });

/** As it stands inside a sentence, where no weekday fits without its case. */
const shortSaid = ({ day, starts }: When, say: Say): string =>
	say('notices.sms.short', { day: shortDaySaid(day, say), time: clockSaid(starts, say) });

/** Up to the end of a word, and not of a small one. */
function short(text: string, longest: number): string {
	const letters = [...text];
	if (letters.length <= longest) return text;
	return letters
		.slice(0, longest + 1)
		.join('')
		.replace(/[\s,.–-]+\S*$/u, '')
		.replace(/[\s,.–-]+\S{1,2}$/u, '');
}
