import type { Texts } from '#lib/platform/i18n/say.ts';
import { AUDIENCES, type Cause, CAUSES, MODES, type Series } from '../event.ts';
import { courseIn } from './sheetCourse.ts';
import { type Faults, numberIn, oneOf, type Sheet, textIn } from './typed.ts';

/** What a form says of a series; the rest is known already or given by the house. */
export type Draft = Omit<Series, 'id' | 'organisationId' | 'zone' | 'state' | 'previousId' | 'revision' | 'changedAt'>;

/** What can be chosen. `lines`: of plans, as `project/line`. */
export type Choices = {
	readonly activityIds: readonly string[];
	/** How many of its seats a kind of event keeps for those who just come, unless somebody says otherwise. */
	readonly walkInPercents: Readonly<Record<string, number>>;
	readonly placeIds: readonly string[];
	readonly organisationIds: readonly string[];
	readonly lines: readonly string[];
};

/** The languages in which a title is asked for, and those in which help is given. */
export const TEXT_LANGUAGES = ['ru', 'fi', 'en'] as const;
export const HELP_LANGUAGES = ['ru', 'fi', 'en', 'uk', 'sv', 'et'] as const;

export const LONGEST_TITLE = 120;
export const LONGEST_SUMMARY = 600;
export const MOST_IN_ROOM = 5000;

/** What was typed as a series, or by field what is to be mended. */
export function draftIn(sheet: Sheet, choices: Choices): { draft: Draft } | { faults: Faults } {
	const faults: Faults = {};
	const course = courseIn(sheet, faults);
	const draft: Draft = {
		activityId: oneOf(sheet, faults, { field: 'activityId', of: choices.activityIds }),
		names: namesIn(sheet, faults),
		summary: textsIn(sheet, 'summary', LONGEST_SUMMARY),
		partnerIds: choices.organisationIds.filter((id) => sheet[`partner-${id}`] === 'on'),
		languages: languagesIn(sheet, faults),
		audience: oneOf(sheet, faults, { field: 'audience', of: AUDIENCES }),
		...course,
		...whereIn(sheet, faults, choices),
		...seatsIn(sheet, faults, {
			minutes: course.minutes,
			percent: choices.walkInPercents[sheet.activityId ?? ''] ?? 0,
		}),
		...lineIn(sheet, faults, choices),
	};
	return Object.keys(faults).length > 0 ? { faults } : { draft };
}

/** The same text in the languages in which it was written. */
export function textsIn(sheet: Sheet, field: string, longest: number): Texts {
	const written = TEXT_LANGUAGES.map((lang) => [lang, textIn(sheet, `${field}-${lang}`).slice(0, longest)] as const);
	return Object.fromEntries(written.filter(([, text]) => text !== ''));
}

/** Where it is held: on the spot there is a place. */
export function whereIn(sheet: Sheet, faults: Faults, { placeIds }: Pick<Choices, 'placeIds'>) {
	const mode = oneOf(sheet, faults, { field: 'mode', of: MODES });
	const placeId = mode === 'online' ? null : textIn(sheet, 'placeId') || null;
	if (mode !== 'online' && (placeId === null || !placeIds.includes(placeId))) faults.placeId = 'place';
	const link = mode === 'on-site' ? null : textIn(sheet, 'link') || null;
	if (link !== null && !isLink(link)) faults.link = 'link';
	return { mode, placeId, link };
}

/** Why it is held in another form than was planned: for the report, beside the words for people. */
export const causeIn = (sheet: Sheet): Cause | null => CAUSES.find((one) => one === sheet.cause) ?? null;

function namesIn(sheet: Sheet, faults: Faults): Texts {
	const names = textsIn(sheet, 'title', LONGEST_TITLE);
	if (Object.keys(names).length === 0) faults['title-ru'] = 'needed';
	return names;
}

function languagesIn(sheet: Sheet, faults: Faults): string[] {
	const spoken = HELP_LANGUAGES.filter((lang) => sheet[`in-${lang}`] === 'on');
	if (spoken.length === 0) faults.languages = 'tick';
	return spoken;
}

type Seats = Pick<Draft, 'takesRegistration' | 'capacity' | 'walkIn' | 'slotMinutes'>;

/** Seats for whoever just comes are some of all; where nothing is said of them, the usual share. */
function seatsIn(sheet: Sheet, faults: Faults, usual: { minutes: number; percent: number }): Seats {
	const takesRegistration = sheet.takesRegistration === 'on';
	const capacity = numberIn(sheet, faults, { field: 'capacity', least: 1, most: MOST_IN_ROOM });
	const slotMinutes = numberIn(sheet, faults, { field: 'slotMinutes', least: 5, most: 240 });
	const all = capacity ?? (slotMinutes === null ? 0 : Math.floor(usual.minutes / slotMinutes));
	const share = takesRegistration ? Math.round((all * usual.percent) / 100) : 0;
	const walkIn = numberIn(sheet, faults, { field: 'walkIn', least: 0, most: MOST_IN_ROOM }) ?? share;
	if (capacity !== null && walkIn > capacity) faults.walkIn = 'seats';
	return { takesRegistration, capacity, walkIn, slotMinutes };
}

function lineIn(sheet: Sheet, faults: Faults, { lines }: Choices): Pick<Draft, 'projectId' | 'planLine'> {
	const line = textIn(sheet, 'line');
	if (line === '') return { projectId: null, planLine: null };
	if (!lines.includes(line)) faults.line = 'needed';
	const [projectId = '', planLine = ''] = line.split('/');
	return { projectId, planLine };
}

function isLink(text: string): boolean {
	return text.length <= 500 && /^https:\/\/[^\s/]+\.[^\s]+$/.test(text);
}
