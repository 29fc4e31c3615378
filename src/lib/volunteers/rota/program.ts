import {
	clash,
	COST,
	hasIn,
	helperOf,
	keyOf,
	monthsOf,
	MOST_BY,
	notWishedCost,
	recentCost,
	shiftOf,
	type Rota,
	type RotaHelper,
	type RotaPair,
} from './problem.ts';

/**
 * The same as a linear program in the text format that solvers read: `x` is a pair, `e` the empty places of a shift, `o`
 * the minutes by which somebody is outside her band in a month. Variables are numbered: ids go nowhere.
 */
export function programOf(rota: Rota): string {
	const name = new Map(rota.pairs.map((pair, at) => [keyOf(pair), `x${at}`]));
	const of = (pair: RotaPair): string => name.get(keyOf(pair)) ?? '';
	const outside = rota.helpers.flatMap((_, at) => monthsOf(rota).map((_month, month) => `o${at}_${month}`));
	const goal = [
		...rota.shifts.map(({ weight }, at) => term(COST.emptyPlace * weight, `e${at}`)),
		...rota.pairs.map((pair) => term(notWishedCost(pair) + recentCost(helperOf(rota, pair)), of(pair))),
		...outside.map((variable) => term(COST.outsideBand / 60, variable)),
	];
	const lines = [...placesOf(rota, of), ...bandsOf(rota, of), ...clashesOf(rota, of), ...pairedOf(rota, of)];
	return [
		'Minimize',
		` cost: ${goal.join(' ')}`,
		'Subject To',
		...lines.map((line, at) => ` c${at}: ${line}`),
		'Binary',
		` ${rota.pairs.map(of).join(' ')}`,
		'End',
	].join('\n');
}

/** The pairs whose variables these are. */
export function pairsNamed({ pairs }: Rota, names: readonly string[]): RotaPair[] {
	const ones = new Set(names);
	return pairs.filter((_, at) => ones.has(`x${at}`));
}

/** Taken and empty places are all there are. */
function placesOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.shifts.map(({ id, open }, at) => {
		const taken = rota.pairs.filter(({ shift }) => shift === id).map((pair) => term(1, of(pair)));
		return `${[...taken, term(1, `e${at}`)].join(' ')} = ${open}`;
	});
}

/** Minutes above or below what she wished for cost, in each month; far above is not allowed. */
function bandsOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.helpers.flatMap((helper, at) => {
		const hers = rota.pairs.filter((pair) => pair.helper === helper.id);
		return monthsOf(rota).flatMap((month, number) => {
			const minutes = hers
				.filter((pair) => shiftOf(rota, pair).month === month)
				.map((pair) => term(shiftOf(rota, pair).minutes, of(pair)));
			return bandOf(helper, { minutes: minutes.join(' '), has: hasIn(helper, month), outside: `o${at}_${number}` });
		});
	});
}

function bandOf(
	{ least, most }: RotaHelper,
	{ minutes, has, outside }: { minutes: string; has: number; outside: string },
): string[] {
	const lines = [
		`${minutes} ${term(-1, outside)} <= ${round(most - has)}`,
		`${minutes} ${term(1, outside)} >= ${round(least - has)}`,
	];
	return minutes === '' ? lines : [...lines, `${minutes} <= ${round(Math.max(0, MOST_BY * most - has))}`];
}

function clashesOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.helpers.flatMap(({ id }) => {
		const hers = rota.pairs.filter(({ helper }) => helper === id);
		return hers.flatMap((pair, at) =>
			hers
				.slice(at + 1)
				.filter((other) => clash(shiftOf(rota, pair), shiftOf(rota, other)))
				.map((other) => `${term(1, of(pair))} ${term(1, of(other))} <= 1`),
		);
	});
}

/** A newcomer is there only if somebody experienced is. */
function pairedOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.shifts
		.filter(({ hasExperienced }) => !hasExperienced)
		.flatMap(({ id }) => {
			const there = rota.pairs.filter(({ shift }) => shift === id);
			const known = there.filter(({ isExperienced }) => isExperienced).map((pair) => term(-1, of(pair)));
			const newcomers = there.filter(({ isExperienced }) => !isExperienced);
			return newcomers.map((pair) => `${[term(1, of(pair)), ...known].join(' ')} <= 0`);
		});
}

const term = (factor: number, name: string): string => `${factor < 0 ? '-' : '+'} ${round(Math.abs(factor))} ${name}`;
const round = (number: number): number => Math.round(number * 1e6) / 1e6;
