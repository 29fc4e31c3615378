import {
	COST,
	keyOf,
	MOST_BY,
	notWishedCost,
	overlap,
	helperOf,
	recentCost,
	shiftOf,
	type Rota,
	type RotaPair,
} from './problem.ts';

/** The same as a linear program in the text format that solvers read. Variables are numbered: ids go nowhere. */
export function programOf(rota: Rota): string {
	const name = new Map(rota.pairs.map((pair, at) => [keyOf(pair), `x${at}`]));
	const of = (pair: RotaPair): string => name.get(keyOf(pair)) ?? '';
	const goal = [
		...rota.shifts.map(({ weight }, at) => term(COST.emptyPlace * weight, `e${at}`)),
		...rota.pairs.map((pair) => term(notWishedCost(pair) + recentCost(helperOf(rota, pair)), of(pair))),
		...rota.helpers.map((_, at) => term(COST.outsideBand, `o${at}`)),
	];
	const lines = [...placesOf(rota, of), ...bandsOf(rota, of), ...overlapsOf(rota, of), ...pairedOf(rota, of)];
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
export const pairsNamed = ({ pairs }: Rota, names: readonly string[]): RotaPair[] =>
	pairs.filter((_, at) => names.includes(`x${at}`));

/** Taken and empty places are all there are. */
function placesOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.shifts.map(({ id, open }, at) => {
		const taken = rota.pairs.filter(({ shift }) => shift === id).map((pair) => term(1, of(pair)));
		return `${[...taken, term(1, `e${at}`)].join(' ')} = ${open}`;
	});
}

/** Hours above or below what she wished for cost; far above is not allowed. */
function bandsOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.helpers.flatMap((helper, at) => {
		const hers = rota.pairs.filter((pair) => pair.helper === helper.id);
		if (hers.length === 0) return [];
		const hours = hers.map((pair) => term(shiftOf(rota, pair).minutes / 60, of(pair))).join(' ');
		const has = helper.has / 60;
		return [
			`${hours} ${term(-1, `o${at}`)} <= ${round(helper.most / 60 - has)}`,
			`${hours} ${term(1, `o${at}`)} >= ${round(helper.least / 60 - has)}`,
			...tooMuch(helper, hours),
		];
	});
}

function tooMuch({ most, has }: Rota['helpers'][number], hours: string): string[] {
	return [`${hours} <= ${round(Math.max(0, (MOST_BY * most - has) / 60))}`];
}

function overlapsOf(rota: Rota, of: (pair: RotaPair) => string): string[] {
	return rota.helpers.flatMap(({ id }) => {
		const hers = rota.pairs.filter(({ helper }) => helper === id);
		return hers.flatMap((pair, at) =>
			hers
				.slice(at + 1)
				.filter((other) => overlap(shiftOf(rota, pair), shiftOf(rota, other)))
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
			const known = there.filter((pair) => helperOf(rota, pair).isExperienced).map((pair) => term(-1, of(pair)));
			const newcomers = there.filter((pair) => !helperOf(rota, pair).isExperienced);
			return newcomers.map((pair) => `${[term(1, of(pair)), ...known].join(' ')} <= 0`);
		});
}

const term = (factor: number, name: string): string => `${factor < 0 ? '-' : '+'} ${round(Math.abs(factor))} ${name}`;
const round = (number: number): number => Math.round(number * 10_000) / 10_000;
