/** A week or a month of open places, and who might take them. Nobody is assigned: what comes out are offers. */
export type RotaHelper = {
	readonly id: string;
	/** Minutes a month: what she wished for. */
	readonly least: number;
	readonly most: number;
	/** Minutes that she has in this month already. */
	readonly has: number;
	/** Has done such work before: a newcomer stands beside somebody who has. */
	readonly isExperienced: boolean;
	/** Days since her last shift; null: never had one. */
	readonly daysSince: number | null;
};

export type RotaShift = {
	readonly id: string;
	/** Moments in milliseconds; the way there and back is in them. */
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

/** That she may and can: qualified, free, speaks the language. `wish`: 1 chose just this, 0 would do it. */
export type RotaPair = { readonly helper: string; readonly shift: string; readonly wish: number };

export type Rota = {
	readonly helpers: readonly RotaHelper[];
	readonly shifts: readonly RotaShift[];
	readonly pairs: readonly RotaPair[];
};

/** Beyond this much of the wished hours nobody is asked. */
export const MOST_BY = 1.6;

/** What is minimised. An empty place outweighs everything that one pair can cost, so that wishes never empty a shift. */
export const COST = {
	emptyPlace: 100,
	/** For each hour above or below the wished band. */
	outsideBand: 6,
	notWished: 8,
	/** At most: whoever had a shift yesterday; nothing after thirty days. */
	justHadOne: 4,
} as const;

export const notWishedCost = ({ wish }: RotaPair): number => COST.notWished * (1 - wish);

export function recentCost({ daysSince }: RotaHelper): number {
	return daysSince === null ? 0 : (COST.justHadOne * Math.max(0, 30 - daysSince)) / 30;
}

/** Hours above or below what she wished for. */
export const outsideBand = ({ least, most }: RotaHelper, minutes: number): number =>
	Math.max(0, minutes - most, least - minutes) / 60;

export const overlap = (a: RotaShift, b: RotaShift): boolean => a.from < b.to && b.from < a.to;

export type Chosen = ReadonlySet<string>;
export const keyOf = ({ helper, shift }: Pick<RotaPair, 'helper' | 'shift'>): string => `${helper} ${shift}`;

/** What a choice costs by the same rule the solver has; infinite when it breaks a hard one. */
export function costOf(rota: Rota, chosen: readonly RotaPair[]): number {
	return breaks(rota, chosen) ? Number.POSITIVE_INFINITY : emptyCost(rota, chosen) + helpersCost(rota, chosen);
}

function emptyCost({ shifts }: Rota, chosen: readonly RotaPair[]): number {
	const empty = shifts.map(
		({ id, open, weight }) => weight * (open - chosen.filter(({ shift }) => shift === id).length),
	);
	return COST.emptyPlace * sum(empty);
}

function helpersCost(rota: Rota, chosen: readonly RotaPair[]): number {
	return sum(
		rota.helpers.map((helper) => {
			const hers = chosen.filter((pair) => pair.helper === helper.id);
			const minutes = helper.has + sum(hers.map((pair) => shiftOf(rota, pair).minutes));
			return (
				COST.outsideBand * outsideBand(helper, minutes) +
				sum(hers.map((pair) => notWishedCost(pair) + recentCost(helper)))
			);
		}),
	);
}

function breaks(rota: Rota, chosen: readonly RotaPair[]): boolean {
	const allowed = new Set(rota.pairs.map(keyOf));
	if (chosen.some((pair) => !allowed.has(keyOf(pair))) || new Set(chosen.map(keyOf)).size < chosen.length) return true;
	return (
		rota.shifts.some((shift) => isCrowded(rota, shift, chosen)) ||
		rota.helpers.some((one) => isTooMuch(rota, one, chosen))
	);
}

function isCrowded(rota: Rota, shift: RotaShift, chosen: readonly RotaPair[]): boolean {
	const there = chosen.filter((pair) => pair.shift === shift.id).map((pair) => helperOf(rota, pair));
	const alone = there.length > 0 && !shift.hasExperienced && !there.some(({ isExperienced }) => isExperienced);
	return there.length > shift.open || alone;
}

function isTooMuch(rota: Rota, helper: RotaHelper, chosen: readonly RotaPair[]): boolean {
	const hers = chosen.filter((pair) => pair.helper === helper.id).map((pair) => shiftOf(rota, pair));
	if (hers.length > 0 && helper.has + sum(hers.map(({ minutes }) => minutes)) > MOST_BY * helper.most) return true;
	return hers.some((one, at) => hers.slice(at + 1).some((other) => overlap(one, other)));
}

export function shiftOf({ shifts }: Rota, { shift }: RotaPair): RotaShift {
	const found = shifts.find(({ id }) => id === shift);
	if (!found) throw new Error('a pair names a shift of its rota');
	return found;
}

export function helperOf({ helpers }: Rota, { helper }: RotaPair): RotaHelper {
	const found = helpers.find(({ id }) => id === helper);
	if (!found) throw new Error('a pair names a helper of its rota');
	return found;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
