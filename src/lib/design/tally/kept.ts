/** A tap as the site takes it: what it says are codes, nobody's name. */
export type Tapped = { readonly id: string; readonly hand: string; readonly isUndone: boolean };

/** What became of a tap that was sent. */
export type Taken =
	| { readonly id: string; readonly state: 'stored' }
	| { readonly id: string; readonly state: 'refused'; readonly reason: string };

type Place = {
	readonly tally: string;
	readonly at: 'here' | 'tried' | 'there';
	/** Why the site would not take it. */
	readonly refused: string | null;
};

/** Before the phone has given it a number. */
export type NewKept<Codes> = Codes & Tapped & Place;

/**
 * A tap as the phone keeps it. `here`: nobody else has heard of it. `tried`: it was sent, and nothing is known of what
 * became of that. `there`: the site has it. One that is undone stays until the site knows that too. The numbers are the
 * order in which they were made on this phone.
 */
export type Kept<Codes> = NewKept<Codes> & { readonly number: number };

/** Where taps are kept. Each change is whole or not at all, also when two pages of one browser change at once. */
export type Keep<Codes> = {
	all(): Promise<Kept<Codes>[]>;
	add(tap: NewKept<Codes>): Promise<void>;
	/** Null takes it away; what is not there is left alone. */
	change(id: string, by: (kept: Kept<Codes>) => Kept<Codes> | null): Promise<void>;
};

type Standing = Pick<Kept<unknown>, 'at' | 'isUndone' | 'refused'>;

/** What has to be sent; `early` ones too, because their day comes. */
export function waits({ at, isUndone, refused }: Standing): boolean {
	return (at !== 'there' || isUndone) && (refused === null || refused === 'early');
}

/** What these add to the number of people whom the site knew before it heard of them. */
export function peopleIn(kept: readonly Standing[]): number {
	const more = kept.filter((one) => waits(one) && !one.isUndone).length;
	return more - kept.filter((one) => waits(one) && one.isUndone && one.at === 'there').length;
}

/** The newest of a tally that holds: what the button beside it undoes. */
export function lastHolding<Codes>(kept: readonly Kept<Codes>[], tally: string): Kept<Codes> | undefined {
	const holding = kept.filter((one) => one.tally === tally && !one.isUndone && one.refused === null);
	return holding.sort((a, b) => b.number - a.number)[0];
}

/** A browser that keeps nothing: taps live as long as the page. */
export function memoryKeep<Codes>(): Keep<Codes> {
	const kept = new Map<string, Kept<Codes>>();
	let last = 0;
	return {
		all: async () => [...kept.values()],
		async add(tap) {
			last += 1;
			kept.set(tap.id, { ...tap, number: last });
		},
		async change(id, by) {
			const before = kept.get(id);
			const after = before && by(before);
			if (after) kept.set(id, after);
			else kept.delete(id);
		},
	};
}

/** What the first cannot keep (its storage is full) the second does; `forgets` is told the first time. */
export function eitherKeep<Codes>(first: Keep<Codes>, second: Keep<Codes>, forgets: () => void): Keep<Codes> {
	return {
		all: async () => [...(await first.all()), ...(await second.all())],
		async add(tap) {
			try {
				await first.add(tap);
			} catch {
				forgets();
				await second.add(tap);
			}
		},
		async change(id, by) {
			await first.change(id, by);
			await second.change(id, by);
		},
	};
}
