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
 * how far somebody is outside her band in a month. Variables are numbered: ids go nowhere. Working time is counted in the
 * largest unit that measures every shift, and what clashes stands in one line: so the solver needs a third of the time.
 */
export function programOf(rota: Rota): string {
	const name = new Map(rota.pairs.map((pair, at) => [keyOf(pair), `x${at}`]));
	const of = (pair: RotaPair): string => name.get(keyOf(pair)) ?? '';
	const unit = unitOf(rota);
	const outside = rota.helpers.flatMap((_, at) => monthsOf(rota).map((_month, month) => `o${at}_${month}`));
	const goal = [
		...rota.shifts.map(({ weight }, at) => term(COST.emptyPlace * weight, `e${at}`)),
		...rota.pairs.map((pair) => term(notWishedCost(pair) + recentCost(helperOf(rota, pair)), of(pair))),
		...outside.map((variable) => term((COST.outsideBand * unit) / 60, variable)),
	];
	const lines = [...placesOf(rota, of), ...bandsOf(rota, of, unit), ...clashesOf(rota, of), ...pairedOf(rota, of)];
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

/** In minutes. */
const unitOf = ({ shifts }: Rota): number => shifts.reduce((unit, { minutes }) => commonMeasure(unit, minutes), 0) || 1;

const commonMeasure = (a: number, b: number): number => (b === 0 ? a : commonMeasure(b, a % b));

/** What is above or below what she wished for costs, in each month; far above is not allowed. */
function bandsOf(rota: Rota, of: (pair: RotaPair) => string, unit: number): string[] {
	return rota.helpers.flatMap((helper, at) => {
		const hers = rota.pairs.filter((pair) => pair.helper === helper.id);
		return monthsOf(rota).flatMap((month, number) => {
			const time = hers
				.filter((pair) => shiftOf(rota, pair).month === month)
				.map((pair) => term(shiftOf(rota, pair).minutes / unit, of(pair)));
			return bandOf(helper, { time: time.join(' '), has: hasIn(helper, month), outside: `o${at}_${number}`, unit });
		});
	});
}

function bandOf(
	{ least, most }: RotaHelper,
	{ time, has, outside, unit }: { time: string; has: number; outside: string; unit: number },
): string[] {
	const lines = [
		`${time} ${term(-1, outside)} <= ${round((most - has) / unit)}`,
		`${time} ${term(1, outside)} >= ${round((least - has) / unit)}`,
	];
	const room = Math.floor(Math.max(0, MOST_BY * most - has) / unit);
	return time === '' ? lines : [...lines, `${time} <= ${room}`];
}

/** Of shifts of which each clashes with each she can do one. */
function clashesOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.helpers.flatMap(({ id }) => {
		const hers = rota.pairs.filter(({ helper }) => helper === id);
		return crowdsOf(rota, hers).map((crowd) => `${crowd.map((pair) => term(1, of(pair))).join(' ')} <= 1`);
	});
}

/** Every two that clash stand together in one of them. */
function crowdsOf(rota: Rota, hers: readonly RotaPair[]): RotaPair[][] {
	const clashes = (a: RotaPair, b: RotaPair): boolean => clash(shiftOf(rota, a), shiftOf(rota, b));
	const crowds: RotaPair[][] = [];
	for (const [at, one] of hers.entries()) {
		for (const other of hers.slice(at + 1)) {
			if (!clashes(one, other) || crowds.some((crowd) => crowd.includes(one) && crowd.includes(other))) continue;
			const crowd = [one, other];
			for (const more of hers) {
				if (!crowd.includes(more) && crowd.every((member) => clashes(member, more))) crowd.push(more);
			}
			crowds.push(crowd);
		}
	}
	return crowds;
}

/** Newcomers are there only if somebody experienced is, and leave her a place. */
function pairedOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.shifts
		.filter(({ hasExperienced }) => !hasExperienced)
		.flatMap(({ id, open }) => {
			const there = rota.pairs.filter(({ shift }) => shift === id);
			const newcomers = there.filter(({ isExperienced }) => !isExperienced).map((pair) => term(1, of(pair)));
			const known = (times: number): string[] =>
				there.filter(({ isExperienced }) => isExperienced).map((pair) => term(-times, of(pair)));
			const all = [...newcomers, ...known(open - 1)];
			const each = open > 2 ? newcomers.map((newcomer) => [newcomer, ...known(1)]) : [];
			return newcomers.length === 0 ? [] : [all, ...each].map((line) => `${line.join(' ')} <= 0`);
		});
}

const term = (factor: number, name: string): string => `${factor < 0 ? '-' : '+'} ${round(Math.abs(factor))} ${name}`;
const round = (number: number): number => Math.round(number * 1e6) / 1e6;
