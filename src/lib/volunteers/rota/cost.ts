import {
	bandCost,
	clash,
	COST,
	hasIn,
	keyOf,
	monthsOf,
	MOST_BY,
	notWishedCost,
	recentCost,
	type Rota,
	type RotaHelper,
	type RotaPair,
	type RotaShift,
	shiftOf,
} from './problem.ts';

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
	const months = monthsOf(rota);
	return sum(
		rota.helpers.map((helper) => {
			const hers = chosen.filter((pair) => pair.helper === helper.id);
			const bands = months.map((month) => bandCost(helper, minutesIn(rota, { helper, hers, month })));
			return sum(bands) + sum(hers.map((pair) => notWishedCost(pair) + recentCost(helper)));
		}),
	);
}

type OfMonth = { readonly helper: RotaHelper; readonly hers: readonly RotaPair[]; readonly month: string };

function minutesIn(rota: Rota, { helper, hers, month }: OfMonth): number {
	const added = hers.map((pair) => shiftOf(rota, pair)).filter((shift) => shift.month === month);
	return hasIn(helper, month) + sum(added.map(({ minutes }) => minutes));
}

function breaks(rota: Rota, chosen: readonly RotaPair[]): boolean {
	const allowed = new Set(rota.pairs.map(keyOf));
	if (chosen.some((pair) => !allowed.has(keyOf(pair))) || new Set(chosen.map(keyOf)).size < chosen.length) return true;
	return (
		rota.shifts.some((shift) => isCrowded(shift, chosen)) || rota.helpers.some((one) => isTooMuch(rota, one, chosen))
	);
}

function isCrowded({ id, open, hasExperienced }: RotaShift, chosen: readonly RotaPair[]): boolean {
	const there = chosen.filter(({ shift }) => shift === id);
	const alone = there.length > 0 && !hasExperienced && !there.some(({ isExperienced }) => isExperienced);
	return there.length > open || alone;
}

function isTooMuch(rota: Rota, helper: RotaHelper, chosen: readonly RotaPair[]): boolean {
	const hers = chosen.filter((pair) => pair.helper === helper.id);
	const work = hers.map((pair) => shiftOf(rota, pair));
	const months = new Set(work.map(({ month }) => month));
	if ([...months].some((month) => minutesIn(rota, { helper, hers, month }) > MOST_BY * helper.most)) return true;
	return work.some((one, at) => work.slice(at + 1).some((other) => clash(one, other)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
