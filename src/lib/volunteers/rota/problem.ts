/** Some weeks of open places, and who might take them. Nobody is assigned: what comes out are offers. */
export type RotaHelper = {
	readonly id: string;
	/** Minutes a month: what she wished for. */
	readonly least: number;
	readonly most: number;
	/** Minutes that are hers already, by month (`2026-03`). What she has taken stays. */
	readonly has: Readonly<Record<string, number>>;
	/** Days since her last shift; null: never had one. */
	readonly daysSince: number | null;
};

export type RotaShift = {
	readonly id: string;
	readonly month: string;
	/** Null: done from wherever she is. */
	readonly placeId: string | null;
	/** Moments in milliseconds. */
	readonly from: number;
	readonly to: number;
	readonly minutes: number;
	/** Places that nobody has taken. */
	readonly open: number;
	/** How much an empty place hurts: 1 by default, more where the need is largest. */
	readonly weight: number;
	/** Somebody experienced has taken a place already. */
	readonly hasExperienced: boolean;
};

/** That she may and can: qualified, free, speaks the language. */
export type RotaPair = {
	readonly helper: string;
	readonly shift: string;
	/** 1: she chose just this; 0: she would do it. */
	readonly wish: number;
	/** Has done such work before: a newcomer stands beside somebody who has. */
	readonly isExperienced: boolean;
};

export type Rota = {
	readonly helpers: readonly RotaHelper[];
	readonly shifts: readonly RotaShift[];
	readonly pairs: readonly RotaPair[];
};

/** Beyond this much of the wished hours of a month nobody is asked. */
export const MOST_BY = 1.6;

/** What is minimised. An empty place outweighs everything that one pair can cost, so that wishes never empty a shift. */
export const COST = {
	emptyPlace: 100,
	/** For each hour above or below the wished band of a month. */
	outsideBand: 6,
	notWished: 8,
	/** At most: whoever had a shift yesterday; nothing after thirty days. */
	justHadOne: 4,
} as const;

/**
 * From one place to another one, or home to a quiet room: a bus ride within a town, and to take off one's coat. How far
 * two places really are from each other the site does not know.
 */
const WAY_MS = 45 * 60_000;

export const notWishedCost = ({ wish }: RotaPair): number => COST.notWished * (1 - wish);

export function recentCost({ daysSince }: RotaHelper): number {
	return daysSince === null ? 0 : (COST.justHadOne * Math.max(0, 30 - daysSince)) / 30;
}

/** Minutes above or below what she wished for. */
export const outsideBand = ({ least, most }: Pick<RotaHelper, 'least' | 'most'>, minutes: number): number =>
	Math.max(0, minutes - most, least - minutes);

export const bandCost = (helper: RotaHelper, minutes: number): number =>
	(COST.outsideBand * outsideBand(helper, minutes)) / 60;

export const hasIn = ({ has }: RotaHelper, month: string): number => has[month] ?? 0;

export const monthsOf = ({ shifts }: Pick<Rota, 'shifts'>): string[] => [...new Set(shifts.map(({ month }) => month))];

type Spell = Pick<RotaShift, 'from' | 'to' | 'placeId'>;

/** One person cannot do both: they overlap, or there is no time for the way between. */
export function clash(a: Spell, b: Spell): boolean {
	const way = a.placeId === b.placeId ? 0 : WAY_MS;
	return a.from < b.to + way && b.from < a.to + way;
}

export const keyOf = ({ helper, shift }: Pick<RotaPair, 'helper' | 'shift'>): string => `${helper} ${shift}`;

export function shiftOf({ shifts }: Pick<Rota, 'shifts'>, { shift }: Pick<RotaPair, 'shift'>): RotaShift {
	const found = shifts.find(({ id }) => id === shift);
	if (!found) throw new Error('a pair names a shift of its rota');
	return found;
}

export function helperOf({ helpers }: Pick<Rota, 'helpers'>, { helper }: Pick<RotaPair, 'helper'>): RotaHelper {
	const found = helpers.find(({ id }) => id === helper);
	if (!found) throw new Error('a pair names a helper of its rota');
	return found;
}
