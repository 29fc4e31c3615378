import { addDays } from '#lib/platform/clock.ts';
import { BANDS, UNKNOWN } from './bands.ts';
import { HEAD_LANGUAGES, type Told } from './headcount.ts';

/** The buttons of the tally page: seven bands, and one for whoever did not say. */
export const HEAD_BUTTONS = [...BANDS, UNKNOWN] as const;
export type HeadButton = (typeof HEAD_BUTTONS)[number];

/** What a helper says of one who came: codes only. */
export type HeadCodes = {
	readonly ageBand: HeadButton;
	readonly isFirstTime: boolean;
	readonly isRemote: boolean;
	readonly language: (typeof HEAD_LANGUAGES)[number];
};

/** One who came. It only ever changes from made to undone, so whatever comes twice or late comes to the same. */
export type HeadTap = HeadCodes & { readonly id: string; readonly isUndone: boolean };

/** `early`: its day has not come. `over`: nothing is taken any more. `elsewhere`: sent before to another date. */
export type HeadRefusal = 'early' | 'over' | 'malformed' | 'elsewhere';
export type HeadTaken =
	| { readonly id: string; readonly state: 'stored' }
	| { readonly id: string; readonly state: 'refused'; readonly reason: HeadRefusal };

export const MOST_TAPS = 100;
/** So many days after its day what phones have kept is still taken. */
export const DAYS_TAKEN = 30;

export type HeadStanding = 'early' | 'open' | 'closed' | 'over';

/** What becomes of a tap today. After the closing it is taken and marked late: the count is corrected by a person. */
export function standingOf(of: { readonly day: string; readonly isClosed: boolean }, today: string): HeadStanding {
	if (today > addDays(of.day, DAYS_TAKEN)) return 'over';
	if (today < of.day) return 'early';
	return of.isClosed ? 'closed' : 'open';
}

/** How many, by all their codes. */
export type HeadCount = HeadCodes & { readonly people: number; readonly late: number };

export const peopleIn = (counts: readonly HeadCount[]): number => counts.reduce((all, { people }) => all + people, 0);

/** What the taps say, for the form that closes the date. Where nobody was ever marked, nobody was asked. */
export function toldByTaps(counts: readonly HeadCount[]): Told {
	const of = (isOne: (one: HeadCount) => boolean): number => peopleIn(counts.filter(isOne));
	const first = of(({ isFirstTime }) => isFirstTime);
	const remote = of(({ isRemote }) => isRemote);
	const byCode = (codes: readonly string[], codeOf: (one: HeadCount) => string): Record<string, number> => {
		const all = codes.map((code) => [code, of((one) => codeOf(one) === code)] as const);
		return Object.fromEntries(all.filter(([, people]) => people > 0));
	};
	return {
		...{ method: 'tally', isSample: false, total: peopleIn(counts), gender: {} },
		...{ remote: remote > 0 ? remote : null, firstTime: first > 0 ? first : null },
		age: byCode(BANDS, ({ ageBand }) => ageBand),
		language: byCode(HEAD_LANGUAGES, ({ language }) => language),
	};
}
