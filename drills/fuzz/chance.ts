/** Chance that can be repeated: the same seed gives the same request. */
export type Chance = {
	/** From 0 up to, without, `below`. */
	below(below: number): number;
	one<T>(of: readonly T[]): T;
	happens(share: number): boolean;
};

export function chanceOf(seed: number): Chance {
	let state = (seed * 2_654_435_761) >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		below,
		one(of) {
			const found = of[below(of.length)];
			if (found === undefined) throw new Error('nothing to choose from');
			return found;
		},
		happens: (share) => next() < share,
	};
}
