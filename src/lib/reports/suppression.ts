/**
 * What may leave the house. The numbers of one quarter form a closed unit: a total, and several breakdowns of that
 * same total (by channel, by topic). Sums over quarters are never published, so no later edition opens an earlier one.
 */
export type Cell = {
	readonly code: string;
	readonly count: number;
	/** Smaller is never shown; without it, as the code of a topic or a channel says. */
	readonly fewest?: number;
};
export type Shown = number | 'hidden';
export type PublicCell = { readonly code: string; readonly count: Shown };

/** A quarter as it is counted: both breakdowns add up to the same total. */
export type Counted = { readonly channel: readonly Cell[]; readonly topic: readonly Cell[] };
export type Protected = {
	readonly total: Shown;
	readonly channel: readonly PublicCell[];
	readonly topic: readonly PublicCell[];
};

/** Fewer people than this are never shown. */
export const FEWEST = 5;
export const FEWEST_SENSITIVE = 10;
/** Topics under which debt, violence, a residence permit or health may stand. */
const SENSITIVE = new Set(['health', 'migration', 'safety', 'legal', 'money']);
const OTHER = 'other';

export function thresholdOf(code: string): number {
	return SENSITIVE.has(code) ? FEWEST_SENSITIVE : FEWEST;
}

/**
 * Hides what is too small (primary), then the smallest of what is left until nobody can subtract back to it
 * (secondary), and the total too where even that is not enough.
 */
export function protect(counted: Counted): Protected {
	const channel = hideSmall(counted.channel);
	const topic = hideSmall(counted.topic);
	const total = sum(counted.channel);
	const hideTotal = (total > 0 && total < FEWEST) || !isSafe(channel) || !isSafe(topic);
	if (hideTotal) for (const table of [channel, topic]) hideSmallestUnlessSome(table);
	return { total: hideTotal ? 'hidden' : total, channel: shownOf(channel), topic: shownOf(topic) };
}

/** The parts of a number that is shown; null when they cannot be told without telling too much. */
export function protectParts(cells: readonly Cell[]): readonly PublicCell[] | null {
	const table = hideSmall(cells);
	return isSafe(table) ? shownOf(table) : null;
}

/** Parts, and their sum where it can be shown. */
export function protectWhole(cells: readonly Cell[]): { total: Shown; parts: readonly PublicCell[] } {
	const table = hideSmall(cells);
	const total = sum(cells);
	const hideTotal = (total > 0 && total < FEWEST) || !isSafe(table);
	if (hideTotal) hideSmallestUnlessSome(table);
	return { total: hideTotal ? 'hidden' : total, parts: shownOf(table) };
}

/** Numbers of a quarter that still runs move every day; in steps of five nobody sees one person come. */
export function inSteps(numbers: Protected): Protected {
	const each = (cells: readonly PublicCell[]) => cells.map(({ code, count }) => ({ code, count: inFives(count) }));
	return { total: inFives(numbers.total), channel: each(numbers.channel), topic: each(numbers.topic) };
}

export function inFives(count: Shown): Shown {
	return count === 'hidden' ? count : count - (count % FEWEST);
}

/** The `keep` largest, in the order given, and all others as one: merging saves more than hiding. */
export function mergeSmallest(cells: readonly Cell[], keep = 5): Cell[] {
	const counted = cells.filter((cell) => cell.count > 0);
	if (counted.length <= keep + 1) return counted;
	const kept = new Set([...counted].sort((a, b) => b.count - a.count).slice(0, keep));
	const merged = counted.filter((cell) => !kept.has(cell));
	return [...counted.filter((cell) => kept.has(cell)), { code: OTHER, count: sum(merged) }];
}

type Table = { readonly cells: readonly Cell[]; readonly hidden: Set<Cell>; readonly threshold: number };

function hideSmall(cells: readonly Cell[]): Table {
	const small = cells.filter(isTooSmall);
	const threshold = Math.max(0, ...small.map(fewestOf));
	const table = { cells, hidden: new Set(small), threshold };
	const next = cells.filter((cell) => cell.count > 0 && !table.hidden.has(cell)).sort((a, b) => a.count - b.count);
	for (const cell of next) {
		if (isSafe(table)) break;
		table.hidden.add(cell);
	}
	return table;
}

/**
 * With the total shown, the sum of the hidden is known. Each is at least one (zeros are shown), so each may be anything
 * up to the sum less one for every other: that range must be wider than the threshold.
 */
function isSafe({ hidden, threshold }: Table): boolean {
	if (hidden.size === 0) return true;
	return hidden.size > 1 && sum([...hidden]) - hidden.size >= threshold;
}

/** A breakdown that is whole would give the hidden total away. */
function hideSmallestUnlessSome({ cells, hidden }: Table): void {
	const [smallest] = cells.filter((cell) => cell.count > 0).sort((a, b) => a.count - b.count);
	if (hidden.size === 0 && smallest) hidden.add(smallest);
}

function shownOf({ cells, hidden }: Table): PublicCell[] {
	return cells.map((cell) => ({ code: cell.code, count: hidden.has(cell) ? 'hidden' : cell.count }));
}

function isTooSmall(cell: Cell): boolean {
	return cell.count > 0 && cell.count < fewestOf(cell);
}

function fewestOf({ code, fewest }: Cell): number {
	return fewest ?? thresholdOf(code);
}

function sum(cells: readonly Cell[]): number {
	return cells.reduce((total, cell) => total + cell.count, 0);
}
