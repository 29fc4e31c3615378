import {
	bandCost,
	clash,
	COST,
	hasIn,
	MOST_BY,
	notWishedCost,
	recentCost,
	type Rota,
	type RotaHelper,
	type RotaPair,
	type RotaShift,
} from './problem.ts';

/**
 * The list that a careful person would make by hand: again and again the place that costs least, until none helps any
 * more. For when the solver has run out of its time, and as its yardstick.
 */
export function greedy(rota: Rota): RotaPair[] {
	const standing = standingOf(rota);
	const left = new Set(rota.pairs);
	const chosen: RotaPair[] = [];
	for (let best = cheapest(standing, left); best; best = cheapest(standing, left)) {
		take(standing, best);
		left.delete(best);
		chosen.push(best);
	}
	return chosen;
}

type OfHelper = { readonly helper: RotaHelper; readonly shifts: RotaShift[] };
type OfShift = { readonly shift: RotaShift; open: number; isSafe: boolean };
type Standing = { readonly helpers: ReadonlyMap<string, OfHelper>; readonly shifts: ReadonlyMap<string, OfShift> };

const standingOf = ({ helpers, shifts }: Rota): Standing => ({
	helpers: new Map(helpers.map((helper) => [helper.id, { helper, shifts: [] }])),
	shifts: new Map(shifts.map((shift) => [shift.id, { shift, open: shift.open, isSafe: shift.hasExperienced }])),
});

/** The one that lowers the cost most; none when nothing lowers it. */
function cheapest(standing: Standing, pairs: ReadonlySet<RotaPair>): RotaPair | null {
	let best: RotaPair | null = null;
	let least = 0;
	for (const pair of pairs) {
		const more = addedCost(standing, pair);
		if (more < least) [best, least] = [pair, more];
	}
	return best;
}

function addedCost({ helpers, shifts }: Standing, pair: RotaPair): number {
	const whom = helpers.get(pair.helper);
	const what = shifts.get(pair.shift);
	if (!whom || !what || !fits(whom, what, pair)) return Number.POSITIVE_INFINITY;
	const { helper } = whom;
	const minutes = minutesIn(whom, what.shift.month);
	const band = bandCost(helper, minutes + what.shift.minutes) - bandCost(helper, minutes);
	return band + notWishedCost(pair) + recentCost(helper) - COST.emptyPlace * what.shift.weight;
}

function fits(whom: OfHelper, { shift, open, isSafe }: OfShift, { isExperienced }: RotaPair): boolean {
	if (open === 0 || !(isSafe || isExperienced)) return false;
	const minutes = minutesIn(whom, shift.month) + shift.minutes;
	return minutes <= MOST_BY * whom.helper.most && !whom.shifts.some((one) => clash(one, shift));
}

function minutesIn({ helper, shifts }: OfHelper, month: string): number {
	const own = shifts.filter((shift) => shift.month === month);
	return own.reduce((total, { minutes }) => total + minutes, hasIn(helper, month));
}

function take({ helpers, shifts }: Standing, pair: RotaPair): void {
	const what = shifts.get(pair.shift);
	if (!what) return;
	helpers.get(pair.helper)?.shifts.push(what.shift);
	what.open -= 1;
	what.isSafe ||= pair.isExperienced;
}
