/** A small seeded generator (mulberry32): the same seed gives the same corpus on every machine. */
export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	between(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	pick<T>(choices: readonly T[]): T {
		const chosen = choices[this.between(0, choices.length - 1)];
		if (chosen === undefined) throw new RangeError('Nothing to pick from');
		return chosen;
	}

	digits(length: number): string {
		return Array.from({ length }, () => this.between(0, 9)).join('');
	}
}
