/** How this month stands beside what she wished for: shown, never pressed. */
export type Band = { readonly state: 'below' | 'within' | 'above'; readonly minutes: number; readonly left: number };

/** `minutes`: done and still to come this month. `left`: until the upper end of what she wished for. */
export function bandOf(
	{ leastMinutes, mostMinutes }: { leastMinutes: number; mostMinutes: number },
	minutes: number,
): Band {
	const left = Math.max(0, mostMinutes - minutes);
	if (minutes < leastMinutes) return { state: 'below', minutes, left };
	return { state: minutes > mostMinutes ? 'above' : 'within', minutes, left };
}

/** A month of hers: what she wished for, what she has done, what she has taken besides. In minutes. */
export type MonthBand = {
	readonly month: string;
	readonly leastMinutes: number;
	readonly mostMinutes: number;
	readonly done: number;
	readonly toCome: number;
	readonly state: Band['state'];
};

/** Where the parts of it stand on a line, in thousandths of its length. */
export type BandLine = Readonly<Record<'least' | 'most' | 'done' | 'toCome', number>>;

export function lineOf({ leastMinutes, mostMinutes, done, toCome }: MonthBand): BandLine {
	// What she wished for takes most of the line, also where nothing is done yet.
	const whole = Math.max(mostMinutes * 1.2, done + toCome, 60);
	const at = (minutes: number): number => Math.round((minutes * 1_000) / whole);
	return { least: at(leastMinutes), most: at(mostMinutes), done: at(done), toCome: at(toCome) };
}
