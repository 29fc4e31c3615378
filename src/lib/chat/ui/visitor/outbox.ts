/**
 * What was pressed "send" on and is not acknowledged yet. It lives in the memory of the page alone (nothing of a
 * person's words goes into browser storage), is sent in order, and is sent again with the same id until the server has
 * said that it is stored (P03, P05).
 */
export type Pending = {
	readonly id: string;
	readonly text: string;
	readonly hidden?: readonly string[];
	readonly notSecret?: boolean;
};
export type Acknowledged = { readonly seq: number; readonly text: string; readonly hidden: readonly string[] };
export type Outbox = { put(pending: Pending): void; tryNow(): void; readonly size: number };

export type Hooks = {
	/** Sends once. Throws when nothing is known of the outcome; gives a reason when the server refused. */
	send(pending: Pending): Promise<Acknowledged | { refused: string; seconds?: number }>;
	stored(pending: Pending, acknowledged: Acknowledged): void;
	trying(pending: Pending): void;
	failed(pending: Pending, reason: string): void;
};

const FIRST_PAUSE_MS = 800;
const LONGEST_PAUSE_MS = 15_000;
/** Refusals that pass by themselves: the message waits and is sent again. */
const PASSING = ['database', 'fault', 'too-many'];

export function makeOutbox(hooks: Hooks, wait: (work: () => void, ms: number) => unknown = setTimeout): Outbox {
	const waiting: Pending[] = [];
	let pause = FIRST_PAUSE_MS;
	let busy = false;

	const sendFirst = async (): Promise<void> => {
		const [first] = waiting;
		if (!first || busy) return;
		busy = true;
		const outcome = await hooks.send(first).catch(() => ({ refused: 'database' }));
		busy = false;
		if (!('refused' in outcome)) return settle(() => hooks.stored(first, outcome));
		if (!PASSING.includes(outcome.refused)) return settle(() => hooks.failed(first, outcome.refused));
		hooks.trying(first);
		wait(sendFirst, pause);
		pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
	};
	const settle = (tell: () => void): void => {
		waiting.shift();
		pause = FIRST_PAUSE_MS;
		tell();
		void sendFirst();
	};

	return {
		put(pending) {
			waiting.push(pending);
			void sendFirst();
		},
		tryNow() {
			pause = FIRST_PAUSE_MS;
			void sendFirst();
		},
		get size() {
			return waiting.length;
		},
	};
}
