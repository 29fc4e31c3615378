import { instant } from '#lib/platform/clock.ts';

const MINUTE = 60_000;
/** The lists that are taken right after she came back tell what the absence cost her. */
const JUST_MS = 30_000;

/** Since when this console has heard nothing, and what follows from it: after so many minutes her claims are given back. */
export class Absence {
	readonly minutes: number;
	/** Until when her conversations wait for her; null while the line is up. */
	until: number | null = null;
	/** How many minutes she was away, to be told once; null when it was too short to matter. */
	away: number | null = null;
	#heardAt = instant();
	#returnedAt = 0;
	#wasLong = false;

	constructor(minutes: number) {
		this.minutes = minutes;
	}

	heard(): void {
		this.#heardAt = instant();
	}

	lost(): void {
		this.until ??= this.#heardAt + this.minutes * MINUTE;
	}

	returned(): void {
		const gone = instant() - this.#heardAt;
		this.until = null;
		this.away = gone >= MINUTE ? Math.round(gone / MINUTE) : null;
		this.#wasLong = gone >= this.minutes * MINUTE;
		this.#returnedAt = instant();
		this.heard();
	}

	/** True while she has just come back from an absence that was too long. */
	get wasTooLong(): boolean {
		return this.#wasLong && instant() - this.#returnedAt < JUST_MS;
	}
}
