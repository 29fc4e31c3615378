/** What happened in the month, as the drill itself has seen it: the only thing that the recount knows. */
export type Waited = {
	/** The instant at which she began to wait. */
	readonly began: number;
	readonly channel: 'chat' | 'question';
	/** Milliseconds until somebody took it up; or what else became of her. */
	became: number | 'abandoned' | 'blocked';
};

export type Codes = {
	readonly topic: string;
	readonly serviceId: string;
	readonly stuckAt: string;
	readonly outcome: string;
	readonly minutes: number;
	readonly guideMissing: boolean;
};

/** A contact as its last closing says it. */
export type Contact = Codes & {
	readonly closingId: string;
	readonly channel: string;
	readonly language: string;
	/** The calendar day in Helsinki. */
	readonly day: string;
};

export type Happened = { readonly waits: Waited[]; readonly contacts: Contact[] };

export const isCounted = ({ outcome }: Contact): boolean => outcome !== 'not-a-contact';

/** The same numbers again for the same seed, so that a fault can be looked at twice. */
export function dice(seed: number): { upTo(most: number): number; of<One>(all: readonly One[]): One } {
	let state = seed >>> 0;
	const next = (): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	return {
		upTo: (most) => Math.floor(next() * (most + 1)),
		of(all) {
			const one = all[Math.floor(next() * all.length)];
			if (one === undefined) throw new Error('there is nothing to choose from');
			return one;
		},
	};
}
