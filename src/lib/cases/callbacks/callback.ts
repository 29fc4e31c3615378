import { addDays, dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { DAYS_NUMBER_KEPT } from '#lib/privacy/index.ts';

/** Somebody asks to be called. `given-up`: nobody was reached, or nobody called in time. */
export const CALLBACK_STATES = ['waiting', 'taken', 'done', 'cancelled', 'given-up'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** What came of a try that reached nobody. */
export const TRIES = ['no-answer', 'busy', 'wrong-number'] as const;
export type Try = (typeof TRIES)[number];

/** Who tries so often in vain stops. */
export const MOST_TRIES = 4;

/** When she wants to be called: a spell of the desk, or any time until the last of them. */
export type CallTime = { readonly anyTime: boolean; readonly from: Date; readonly to: Date };

export type Callback = {
	readonly id: string;
	readonly caseId: string;
	/** Those of its case. */
	readonly deskId: string;
	readonly organisationId: string;
	readonly language: string;
	readonly topic: string | null;
	readonly time: CallTime;
	readonly entryNumber: number | null;
	readonly state: CallbackState;
	readonly holder: string | null;
	readonly tries: number;
	readonly lastTry: Try | null;
	readonly lastTriedAt: Date | null;
	/** The day under whose key the number lies; null: it is gone. */
	readonly numberUntil: string | null;
	readonly askedAt: Date;
	readonly endedAt: Date | null;
};

export const isOpen = ({ state }: Pick<Callback, 'state'>): boolean => state === 'waiting' || state === 'taken';

/** The number never lives longer. */
export function numberUntilOf({ to }: Pick<CallTime, 'to'>, zone: string): string {
	return addDays(dayOf(to, zone), DAYS_NUMBER_KEPT);
}

/** What a try that reached nobody leads to. A wrong number is somebody else's: nobody calls it again. */
export function stateAfter(how: Try, tries: number): 'waiting' | 'given-up' {
	return how === 'wrong-number' || tries >= MOST_TRIES ? 'given-up' : 'waiting';
}

/** Why it was given up, as she is told. */
export function whyGivenUp({ lastTry, tries }: Pick<Callback, 'lastTry' | 'tries'>): 'wrong-number' | 'tried' | 'late' {
	if (lastTry === 'wrong-number') return 'wrong-number';
	return tries >= MOST_TRIES ? 'tried' : 'late';
}

/** Those whose time is over come first, then those whose time is now, then the others by their time. */
export function inOrderOfCalling<Listed extends { readonly time: CallTime; readonly lastTriedAt: Date | null }>(
	callbacks: readonly Listed[],
	moment: Date,
): Listed[] {
	const rank = ({ time }: Listed): number => (time.to <= moment ? 0 : time.from <= moment && !time.anyTime ? 1 : 2);
	const when = ({ time }: Listed): number => (time.anyTime ? time.to : time.from).getTime();
	return [...callbacks].sort(
		(a, b) =>
			rank(a) - rank(b) || when(a) - when(b) || (a.lastTriedAt?.getTime() ?? 0) - (b.lastTriedAt?.getTime() ?? 0),
	);
}

/** The window as people read it: a day and two times on the desk's clock. */
export function shownTime({ anyTime, from, to }: CallTime, zone: string, today: string) {
	const day = dayOf(from, zone);
	const inDays = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
	return {
		anyTime,
		day,
		lastDay: dayOf(to, zone),
		opens: wallTimeOf(from, zone),
		closes: wallTimeOf(to, zone),
		inDays,
	};
}
export type ShownTime = ReturnType<typeof shownTime>;

/** A callback as she sees it in her case. */
export type HerCallback = {
	readonly id: string;
	readonly state: CallbackState;
	readonly time: ShownTime;
	readonly language: string;
	readonly tries: number;
	/** Null unless it was given up. */
	readonly why: ReturnType<typeof whyGivenUp> | null;
	/** What the caller says first, and the end of the number; null once it has ended. */
	readonly sign: string | null;
	readonly ending: string | null;
	readonly askedAt: string;
};
