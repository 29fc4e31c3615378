import { ask, isRefused, type Refused } from './ask.ts';
import type { Note } from './shown.ts';

/** What colleagues wrote to each other about one conversation, and what this helper writes to them. */
export class Notebook {
	readonly id: string;
	notes = $state.raw<readonly Note[]>([]);
	text = $state('');
	isBusy = $state(false);
	refused = $state<string | null>(null);
	/** Something new that she has not looked at. */
	hasFresh = $state(false);
	/** One key for one text, so that a second press writes nothing twice. */
	#key = crypto.randomUUID();

	constructor(id: string) {
		this.id = id;
	}

	get hasUnsaved(): boolean {
		return this.text.trim() !== '';
	}

	take(notes: readonly Note[]): void {
		const known = this.notes.at(-1)?.number ?? 0;
		if (this.notes.length > 0 && notes.some((note) => note.number > known && !note.isOwn)) this.hasFresh = true;
		this.notes = notes;
	}

	async fetch(): Promise<void> {
		const answer = await ask<{ notes: readonly Note[] }>('GET', `/staff/conversations/${this.id}/notes`);
		if (!isRefused(answer)) this.take(answer.notes);
	}

	write(unsure: boolean): Promise<void> {
		return this.#post('notes', { text: this.text, unsure });
	}

	answer(aboutNumber: number): Promise<void> {
		return this.#post('notes/answers', { text: this.text, aboutNumber });
	}

	async #post(path: string, body: object): Promise<void> {
		this.isBusy = true;
		const at = `/staff/conversations/${this.id}/${path}`;
		const answer = await ask<object>('POST', at, { ...body, clientId: this.#key });
		this.isBusy = false;
		this.refused = reasonOf(answer);
		if (isRefused(answer)) return;
		this.text = '';
		this.#key = crypto.randomUUID();
		await this.fetch();
	}
}

function reasonOf(answer: object | Refused): string | null {
	return isRefused(answer) ? (answer.fields.text ?? answer.refused) : null;
}
