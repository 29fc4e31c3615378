/**
 * Keeps what a helper has begun on the server, a moment after she stops typing: it survives another conversation and a
 * reload of the tab, and nothing of it is put into the browser.
 */
export type Begun = { readonly text: string; readonly after: number };
type Keeping = {
	/** Gives whether it was taken. */
	save(begun: Begun): Promise<boolean>;
	wait?(work: () => void, ms: number): unknown;
};

const PAUSE_MS = 1_000;
/** While it cannot be kept: now and then another try. */
const AGAIN_MS = 15_000;

export class Keeper {
	readonly #save: Keeping['save'];
	readonly #wait: (work: () => void, ms: number) => unknown;
	#kept = '';
	#latest: Begun = { text: '', after: 0 };
	#isWaiting = false;
	#saving: Promise<void> = Promise.resolve();

	constructor({ save, wait = setTimeout }: Keeping) {
		this.#save = save;
		this.#wait = (work, ms) => wait(work, ms);
	}

	/** What the server gave back at the beginning. */
	restored(text: string): void {
		this.#kept = text;
		this.#latest = { ...this.#latest, text };
	}

	note(begun: Begun): void {
		this.#latest = begun;
		this.#later(PAUSE_MS);
	}

	/** At once: before another conversation, or when the tab goes to the background. */
	flush(): Promise<void> {
		this.#saving = this.#saving.then(() => this.#saveLatest());
		return this.#saving;
	}

	has(text: string): boolean {
		return this.#kept === text;
	}

	#later(ms: number): void {
		if (this.#isWaiting) return;
		this.#isWaiting = true;
		this.#wait(() => {
			this.#isWaiting = false;
			void this.flush();
		}, ms);
	}

	async #saveLatest(): Promise<void> {
		const latest = this.#latest;
		if (this.has(latest.text)) return;
		if (await this.#save(latest)) this.#kept = latest.text;
		else this.#later(AGAIN_MS);
	}
}
