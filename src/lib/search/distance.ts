/** Edits between two words (a swap of neighbours counts once), or `most + 1` when there are more. */
export function editDistance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = nextRow({ a, b, i, last, beforeLast });
		if (Math.min(...row) > most) return most + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? most + 1;
}

type Step = { a: string; b: string; i: number; last: readonly number[]; beforeLast: readonly number[] };

function nextRow({ a, b, i, last, beforeLast }: Step): number[] {
	const row = [i];
	for (let j = 1; j <= b.length; j++) {
		const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
		const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
		const cheapest = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
		row.push(swapped ? Math.min(cheapest, at(beforeLast, j - 2) + 1) : cheapest);
	}
	return row;
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Number.POSITIVE_INFINITY;
}
