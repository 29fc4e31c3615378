/** How a visitor found the help, by one press. */
export const FACES = ['good', 'so-so', 'bad'] as const;
export type Face = (typeof FACES)[number];
export type Count = { readonly face: Face; readonly times: number };

/** Of a quarter that is over. `split` is null when some face was pressed so seldom that it would point at somebody. */
export type Shown = {
	readonly quarter: string;
	readonly total: number;
	readonly split: Readonly<Record<Face, number>> | null;
};

const FEWEST = 5;

/** Null below five: nobody sees those. */
export function shownRatings(quarter: string, counts: readonly Count[]): Shown | null {
	const times = (face: Face): number => counts.find((one) => one.face === face)?.times ?? 0;
	const split = { good: times('good'), 'so-so': times('so-so'), bad: times('bad') };
	const total = split.good + split['so-so'] + split.bad;
	if (total < FEWEST) return null;
	const isTelling = FACES.some((face) => split[face] > 0 && split[face] < FEWEST);
	return { quarter, total, split: isTelling ? null : split };
}

export function quarterOf(day: string): string {
	return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
