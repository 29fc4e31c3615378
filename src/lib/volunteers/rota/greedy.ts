import {
	COST,
	MOST_BY,
	notWishedCost,
	outsideBand,
	overlap,
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

type OfHelper = { readonly helper: RotaHelper; minutes: number; readonly shifts: RotaShift[] };
type OfShift = { readonly shift: RotaShift; open: number; isSafe: boolean };
type Standing = { readonly helpers: ReadonlyMap<string, OfHelper>; readonly shifts: ReadonlyMap<string, OfShift> };

const standingOf = ({ helpers, shifts }: Rota): Standing => ({
	helpers: new Map(helpers.map((helper) => [helper.id, { helper, minutes: helper.has, shifts: [] }])),
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
	if (!whom || !what || !fits(whom, what)) return Number.POSITIVE_INFINITY;
	const { helper, minutes } = whom;
	const outside = outsideBand(helper, minutes + what.shift.minutes) - outsideBand(helper, minutes);
	return COST.outsideBand * outside + notWishedCost(pair) + recentCost(helper) - COST.emptyPlace * what.shift.weight;
}

function fits({ helper, minutes, shifts }: OfHelper, { shift, open, isSafe }: OfShift): boolean {
	if (open === 0 || !(isSafe || helper.isExperienced)) return false;
	return minutes + shift.minutes <= MOST_BY * helper.most && !shifts.some((one) => overlap(one, shift));
}

function take({ helpers, shifts }: Standing, pair: RotaPair): void {
	const whom = helpers.get(pair.helper);
	const what = shifts.get(pair.shift);
	if (!whom || !what) return;
	whom.minutes += what.shift.minutes;
	whom.shifts.push(what.shift);
	what.open -= 1;
	what.isSafe ||= whom.helper.isExperienced;
}
