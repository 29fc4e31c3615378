import type { Author, Ears, Heard } from './side.ts';
import type { Said } from './texts.ts';

type Sent = { place: number; author: Author; at: number; secret: string | null; seq?: number };
export type Faults = { lost: number; doubled: number; outOfOrder: number; leaked: number; refused: number };

const OTHER = { visitor: 'helper', helper: 'visitor' } as const;

/** Keeps account of what was sent and what each reader got: delays to the other side, and everything that went wrong. */
export class Tally implements Ears {
	readonly faults: Faults = { lost: 0, doubled: 0, outOfOrder: 0, leaked: 0, refused: 0 };
	delays: number[] = [];
	stored = 0;
	readonly #cursors = new Map<string, number>();
	readonly #heard = new Set<string>();
	readonly #sent = new Map<string, Sent>();

	cursor(place: number, reader: Author): number {
		return this.#cursors.get(`${place} ${reader}`) ?? 0;
	}

	hear(place: number, reader: Author, { seq, clientId, text }: Heard): void {
		const at = performance.now();
		const last = this.cursor(place, reader);
		if (seq <= last) return void this.faults.doubled++;
		if (seq > last + 1) this.faults.outOfOrder++;
		this.#cursors.set(`${place} ${reader}`, seq);
		const sent = this.#sent.get(clientId);
		if (!sent) return;
		this.#heard.add(`${clientId} ${reader}`);
		if (sent.secret && text?.includes(sent.secret)) this.faults.leaked++;
		if (reader === OTHER[sent.author]) this.delays.push(at - sent.at);
	}

	begin(clientId: string, place: number, author: Author, { secret }: Said): void {
		this.#sent.set(clientId, { place, author, secret, at: performance.now() });
	}

	acknowledged(clientId: string, seq: number): void {
		const sent = this.#sent.get(clientId);
		if (sent) sent.seq = seq;
		this.stored++;
	}

	refused(clientId: string): void {
		this.#sent.delete(clientId);
		this.faults.refused++;
	}

	/** Waits until everything acknowledged is with both readers; counts what never came, and begins a new page. */
	async settle(ms: number): Promise<void> {
		const until = performance.now() + ms;
		while (this.#missing() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
		this.faults.lost += this.#missing();
		this.#sent.clear();
		this.#heard.clear();
	}

	#missing(): number {
		let missing = 0;
		for (const clientId of this.#sent.keys()) {
			for (const reader of ['visitor', 'helper']) if (!this.#heard.has(`${clientId} ${reader}`)) missing++;
		}
		return missing;
	}
}
