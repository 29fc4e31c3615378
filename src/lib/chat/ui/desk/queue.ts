import { dateSaid } from '#lib/design/when.ts';
import { dayOf } from '#lib/platform/clock.ts';
import { inLanguage, type Say } from '#lib/platform/i18n/say.ts';
import { DAYS_TO_ANSWER } from '../../conversation.ts';
import type { Book, DeskView, Listed } from './shown.ts';

export const NOTHING: DeskView = {
	desks: [],
	waiting: [],
	mine: [],
	others: [],
	offers: [],
	fromOutside: [],
	offered: [],
	doubts: [],
};

/** Whatever the lists know of a conversation. */
export function rowIn({ mine, others, waiting, doubts }: DeskView, id: string | null): Listed | null {
	return [...mine, ...others, ...waiting, ...doubts].find((row) => row.id === id) ?? null;
}

/** Those of whom a ring has told already. */
export function idsIn({ mine, others, waiting, offers, fromOutside }: DeskView): Set<string> {
	return new Set([...waiting, ...mine, ...others, ...offers, ...fromOutside].map(({ id }) => id));
}

/** How the rows of the queue are said. */
const MINUTE = 60_000;
const ALARM_FROM_DAY = 10;

export function waitSaid(say: Say, since: string, now: number): string {
	const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE));
	if (minutes < 1) return say('desk.wait.now');
	if (minutes < 60) return say('desk.wait.minutes', { minutes });
	if (minutes < 24 * 60) return say('desk.wait.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
	return say('desk.wait.days', { count: Math.floor(minutes / (24 * 60)) });
}

/** Feedback on accessibility has a day by which the law wants an answer; from the tenth day on it alarms. */
export function dueOf(row: Pick<Listed, 'dueOn'>, now: number): { left: number; alarms: boolean } | null {
	if (!row.dueOn) return null;
	const left = daysBetween(dayOf(new Date(now)), row.dueOn);
	return { left, alarms: left <= DAYS_TO_ANSWER - ALARM_FROM_DAY };
}

export function dueSaid(say: Say, row: Pick<Listed, 'dueOn'>, now: number): string {
	const due = dueOf(row, now);
	if (!due || !row.dueOn) return '';
	if (due.left === 0) return say('desk.due.today');
	const date = dateSaid(say, row.dueOn);
	return due.left < 0 ? say('desk.due.over', { date }) : say('desk.due.left', { count: due.left, date });
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * MINUTE));
}

export function languageSaid(code: string, lang: string): string {
	try {
		return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code;
	} catch {
		return code;
	}
}

/** The service whose card she came from. */
export function serviceOfPage(page: string | null): string | null {
	return page?.match(/^\/[a-z]{2}\/services\/([\w-]+)$/)?.[1] ?? null;
}

/** The guide she came from, and the step at which she is stuck, by their ids. */
function placeOfPage(page: string | null): { guide: string; step: string } | null {
	const [, guide, step = ''] = page?.match(/^\/[a-z]{2}\/guides\/([\w-]+)(?:#([\w-]+))?$/) ?? [];
	return guide === undefined ? null : { guide, step };
}

/** The card that belongs to the page: its own, or the first of its guide. */
export function cardOfPage(page: string | null, book: Book): string | null {
	const guide = book.guides.find(({ id }) => id === placeOfPage(page)?.guide);
	return serviceOfPage(page) ?? guide?.service ?? null;
}

/** The step at which she says that she is stuck, as `guide#step`; null when the site knows of no such step. */
export function stuckAtOfPage(page: string | null, { guides }: Pick<Book, 'guides'>): string | null {
	const place = placeOfPage(page);
	const guide = guides.find(({ id }) => id === place?.guide);
	const step = guide?.steps.find(({ id }) => id === place?.step);
	return guide && step ? `${guide.id}#${step.id}` : null;
}

/** Where a helper sees what she sees, in his own language; only cards and guides are worth a look. */
export function addressOfPage(page: string | null, lang: string): string | null {
	return serviceOfPage(page) || placeOfPage(page) ? (page?.replace(/^\/[a-z]{2}(?=\/)/, `/${lang}`) ?? null) : null;
}

function placeSaid(say: Say, page: string, { guides }: Book): string | null {
	const place = placeOfPage(page);
	const guide = guides.find(({ id }) => id === place?.guide);
	const step = guide?.steps.find(({ id }) => id === place?.step);
	if (!guide) return null;
	const at = { guide: guide.name, number: step?.number ?? 0, text: step?.text ?? '' };
	return step ? say('desk.page.step', at) : guide.name;
}

const KNOWN_PAGES = ['search', 'services', 'help-near-you'];

/** The page she came from, in words. */
export function pageSaid(say: Say, page: string | null, book: Book, lang: string): string {
	if (!page) return say('desk.page.none');
	const service = book.cards.find(({ id }) => id === serviceOfPage(page));
	if (service) return inLanguage(service.names, lang);
	const place = placeSaid(say, page, book);
	if (place) return place;
	const path = page.replace(/^\/[a-z]{2}(?=\/|$)/, '').replace(/^\//, '');
	const topic = book.topics.find(({ id }) => path === `topics/${id}`);
	if (topic) return say('desk.page.topic', { name: topic.name });
	if (path === '') return say('desk.page.home');
	return KNOWN_PAGES.includes(path) ? say(`desk.page.${path}`) : say('desk.page.other', { path: page });
}

const REASONS = [
	'held-by-another',
	'not-held',
	'offered-already',
	'not-offered',
	'ended',
	'blocked',
	'missing',
	'forbidden',
	'malformed',
	'past',
	'too-many',
	'too-long',
	'machine-draft',
	'signed-out',
	'clerk-already',
	'no-clerk',
	'translator-off',
	'translator-away',
	'translator-refuses',
	'translator-busy',
	'translator-wrong',
];

/** Why something was refused, in a sentence that says what to do. */
export function reasonSaid(say: Say, reason: string): string {
	if (reason === 'offline') return say('desk.line.broken');
	return say(`desk.refused.${REASONS.includes(reason) ? reason : 'other'}`);
}

/** Somebody who wrote again while she is held is no stranger in the queue. */
export function waitingOnly(view: DeskView): Listed[] {
	const held = new Set([...view.mine, ...view.others].map(({ id }) => id));
	return view.waiting.filter(({ id }) => !held.has(id));
}

/** Half hours of today after now, for "open until". */
export function closingTimes(wallTime: string): string[] {
	const all = Array.from({ length: 47 }, (_, half) => half + 1).map(
		(half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
	);
	return [...all.filter((time) => time > wallTime), '23:59'];
}

/** Two hours from now is the usual wish. */
export function usualClosing(times: readonly string[]): string {
	return times[Math.min(3, times.length - 1)] ?? '';
}
