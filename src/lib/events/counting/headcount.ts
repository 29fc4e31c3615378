import type { Basis, Part } from '#lib/ledger/index.ts';
import { quantity, type Quantity } from '#lib/ledger/index.ts';
import { BANDS, UNKNOWN } from './bands.ts';

/** How heads were counted. */
export const METHODS = ['tally', 'click-counter', 'sign-in-list', 'estimate'] as const;
export type Method = (typeof METHODS)[number];

export const HEAD_LANGUAGES = ['ru', 'uk', 'fi', 'en', 'other'] as const;
export const GENDERS = ['female', 'male', 'other'] as const;

/** What may be said of all who came, one dimension at a time; each has an `unknown` of its own. */
export const HEAD_CODES = {
	presence: ['on-site', 'remote'],
	'first-time': ['first', 'again'],
	age: BANDS,
	language: HEAD_LANGUAGES,
	gender: GENDERS,
} as const;
export type HeadDimension = keyof typeof HEAD_CODES;
export const HEAD_DIMENSIONS: readonly HeadDimension[] = ['presence', 'first-time', 'age', 'language', 'gender'];

export type HeadParts = Readonly<Record<HeadDimension, Readonly<Record<string, number>>>>;

/** Who came to a date, in numbers. Marginals only: an age says nothing of a language. */
export type Headcount = {
	readonly method: Method;
	readonly basis: Basis;
	readonly total: number;
	readonly parts: HeadParts;
};

/** As it was told: what nobody asked is absent. */
export type Told = {
	readonly method: Method;
	/** Only a part was counted, the rest reckoned from it. */
	readonly isSample: boolean;
	readonly total: number;
	readonly remote: number | null;
	readonly firstTime: number | null;
	readonly age: Readonly<Record<string, number>>;
	readonly language: Readonly<Record<string, number>>;
	readonly gender: Readonly<Record<string, number>>;
};

/** Where it was: remote people cannot come to a room, nor people in a room to a webinar. */
export type Seen = { readonly mode: 'on-site' | 'online' | 'both'; readonly named: number };

/** A field and why it cannot be: the message is a key of messages/headcount (`fault.…`). */
export type Faults = Readonly<Record<string, string>>;

/** A headcount whose every dimension makes up the whole, or what is wrong with what was told. */
export function headcountOf(told: Told, seen: Seen): Headcount | { readonly faults: Faults } {
	const faults = faultsOf(told, seen);
	if (Object.keys(faults).length > 0) return { faults };
	const { total, method } = told;
	const remote = remoteOf(told, seen);
	const parts = {
		presence: whole(total, remote === null ? {} : { remote, 'on-site': total - remote }),
		'first-time': whole(total, told.firstTime === null ? {} : { first: told.firstTime, again: total - told.firstTime }),
		age: whole(total, told.age),
		language: whole(total, told.language),
		gender: whole(total, told.gender),
	};
	return { method, basis: basisOf(told), total, parts };
}

/** For the ledger: what was said, without what is nobody. A dimension that nobody asked is told as unknown. */
export function partsOf({ parts }: Pick<Headcount, 'parts'>): Part[] {
	return HEAD_DIMENSIONS.flatMap((dimension) =>
		Object.entries(parts[dimension])
			.filter(([, people]) => people > 0)
			.map(([code, people]) => ({ dimension, code, quantity: people })),
	);
}

/**
 * How many different people the visits may have been: a visit of somebody who came for the first time is one of them,
 * whoever came again is one already. Null where too few were asked to say anything.
 */
export function uniquePeople(
	counts: readonly Pick<Headcount, 'total' | 'parts'>[],
): Quantity<'uniquePersonEstimate'> | null {
	const sumOf = (code: string): number => counts.reduce((all, { parts }) => all + (parts['first-time'][code] ?? 0), 0);
	const asked = sumOf('first') + sumOf('again');
	const visits = counts.reduce((all, { total }) => all + total, 0);
	if (asked * 2 < visits || asked === 0) return null;
	return quantity('uniquePersonEstimate', Math.round((visits * sumOf('first')) / asked));
}

function faultsOf(told: Told, { mode, named }: Seen): Faults {
	const { total, remote, firstTime, age, language, gender } = told;
	const faults: Record<string, string> = {};
	if (named > total) faults.total = 'named';
	if (remote !== null && remote > total) faults.remote = 'more';
	else if (remote !== null && remote > 0 && mode === 'on-site') faults.remote = 'on-site';
	else if (remote !== null && remote < total && mode === 'online') faults.remote = 'online';
	if (firstTime !== null && firstTime > total) faults.firstTime = 'more';
	for (const [name, codes] of Object.entries({ age, language, gender })) if (sumOf(codes) > total) faults[name] = 'sum';
	return faults;
}

function remoteOf({ total, remote }: Told, { mode }: Seen): number | null {
	if (remote !== null || mode === 'both') return remote;
	return mode === 'online' ? total : 0;
}

const basisOf = ({ method, isSample }: Told): Basis => {
	if (method === 'estimate') return 'estimate';
	return isSample ? 'sample' : 'counted';
};

/** Whoever is left over is not known. */
function whole(total: number, codes: Readonly<Record<string, number>>): Record<string, number> {
	const { [UNKNOWN]: _, ...known } = codes;
	return { ...known, [UNKNOWN]: total - sumOf(known) };
}

function sumOf(codes: Readonly<Record<string, number>>): number {
	return Object.entries(codes).reduce((all, [code, people]) => (code === UNKNOWN ? all : all + people), 0);
}
