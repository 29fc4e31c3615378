import type { Tap, TapRefusal } from '../../tally/tally.ts';

/**
 * A tap as the phone keeps it. `here`: nobody else has heard of it. `tried`: it was sent, and nothing is known of what
 * became of that. `there`: the site has it. One that is undone stays until the site knows that too.
 */
export type Kept = Tap & {
	readonly tally: string;
	/** The order in which they were made on this phone. */
	readonly number: number;
	readonly at: 'here' | 'tried' | 'there';
	readonly refused: TapRefusal | null;
};

/** Where taps are kept. Each change is whole or not at all, also when two pages of one browser change at once. */
export type Keep = {
	all(): Promise<Kept[]>;
	add(tap: Omit<Kept, 'number'>): Promise<void>;
	/** Null takes it away; what is not there is left alone. */
	change(id: string, by: (kept: Kept) => Kept | null): Promise<void>;
};

/** What has to be sent; `early` ones too, because their day comes. */
export function waits({ at, isUndone, refused }: Kept): boolean {
	return (at !== 'there' || isUndone) && (refused === null || refused === 'early');
}

/** What these add to the number of people whom the site knew before it heard of them. */
export function peopleIn(kept: readonly Kept[]): number {
	const more = kept.filter((one) => waits(one) && !one.isUndone).length;
	return more - kept.filter((one) => waits(one) && one.isUndone && one.at === 'there').length;
}

/** A browser that keeps nothing: taps live as long as the page. */
export function memoryKeep(): Keep {
	const kept = new Map<string, Kept>();
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
export function eitherKeep(first: Keep, second: Keep, forgets: () => void): Keep {
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
