import type { Taken, Tap, TapCodes } from '../../tally/tally.ts';
import { type Keep, type Kept, waits } from './kept.ts';

/** What the site answers to what was brought. */
export type Answer = {
	readonly taken: readonly Taken[];
	readonly hand: string | null;
	readonly counts: readonly { readonly topic: string; readonly people: number }[];
	readonly isClosed: boolean;
	readonly isOver: boolean;
};

/** Why nothing came of it: the taps stay where they are. */
export type Trouble = 'away' | 'signed-out' | 'forbidden' | 'missing';

/** Brings taps to the site. Never throws: whatever is unknown is `away`. */
export type Line = (tally: string, taps: readonly Tap[]) => Promise<Answer | Trouble>;

export type Outcome = { readonly trouble: Trouble | null; readonly answers: ReadonlyMap<string, Answer> };

const AT_ONCE = 50;
/** Sent ones that can still be undone. */
const UNDOABLE = 5;

/**
 * The taps of one phone. Whatever happens in between (the phone is killed, the answer is lost, all is sent twice, two
 * pages send at once), each tap is on the site once and nothing that is undone is counted.
 */
export function makeQueue(keep: Keep, line: Line) {
	return {
		keep,

		tap: (id: string, tally: string, hand: string, codes: TapCodes): Promise<void> =>
			keep.add({ ...codes, id, tally, hand, isUndone: false, at: 'here', refused: null }),

		/** What nobody has heard of goes without a trace; anything else has to be told. */
		undo: (id: string): Promise<void> =>
			keep.change(id, (kept) => (kept.at === 'here' ? null : { ...kept, isUndone: true, refused: null })),

		/** What the site refused is sent again with other codes. */
		mend: (id: string, codes: TapCodes): Promise<void> =>
			keep.change(id, (kept) => (kept.refused === null ? kept : { ...kept, ...codes, refused: null })),

		/** What the site refused is given up. */
		giveUp: (id: string): Promise<void> => keep.change(id, (kept) => (kept.refused === null ? kept : null)),

		/** Everything that waits, oldest first. A tally that is out of reach does not hold up the others. */
		async bring(): Promise<Outcome> {
			const answers = new Map<string, Answer>();
			const asked = new Set<string>();
			let trouble: Trouble | null = null;
			for (;;) {
				const next = nextOf(await keep.all(), asked);
				if (!next) return { trouble, answers };
				for (const { id } of next.taps) asked.add(id);
				const answer = await bringSome(keep, line, next);
				if (answer === 'away' || answer === 'signed-out') return { trouble: answer, answers };
				if (typeof answer === 'string') trouble = answer;
				else if (answer) answers.set(next.tally, answer);
			}
		},
	};
}

export type Queue = ReturnType<typeof makeQueue>;

/** Null when they were all taken back meanwhile. */
async function bringSome(keep: Keep, line: Line, { tally, taps }: Some): Promise<Answer | Trouble | null> {
	const sent = await markTried(keep, taps);
	if (sent.length === 0) return null;
	const answer = await line(tally, sent.map(asTap));
	if (typeof answer === 'string') return answer;
	for (const taken of answer.taken) await settle(keep, sent, taken);
	await prune(keep, tally);
	return answer;
}

type Some = { readonly tally: string; readonly taps: readonly Kept[] };

/** The oldest that wait, of one tally; none is asked about twice in one go. */
function nextOf(all: readonly Kept[], asked: ReadonlySet<string>): Some | null {
	const waiting = all.filter((kept) => waits(kept) && !asked.has(kept.id)).sort((a, b) => a.number - b.number);
	const tally = waiting[0]?.tally;
	if (tally === undefined) return null;
	return { tally, taps: waiting.filter((kept) => kept.tally === tally).slice(0, AT_ONCE) };
}

/** Before a tap leaves, it is written down that it has: from then on an undo must be told. Gives what still stands. */
async function markTried(keep: Keep, taps: readonly Kept[]): Promise<Kept[]> {
	const tried: Kept[] = [];
	for (const { id } of taps) {
		await keep.change(id, (kept) => {
			const next: Kept = kept.at === 'here' ? { ...kept, at: 'tried' } : kept;
			tried.push(next);
			return next;
		});
	}
	return tried;
}

/** What was changed on the phone while it was on its way stays to be sent again. */
async function settle(keep: Keep, sent: readonly Kept[], taken: Taken): Promise<void> {
	const was = sent.find(({ id }) => id === taken.id);
	if (!was) return;
	await keep.change(taken.id, (kept) => {
		const isAsSent = kept.isUndone === was.isUndone;
		if (taken.state === 'refused') return isAsSent ? { ...kept, refused: taken.reason } : kept;
		return isAsSent && kept.isUndone ? null : { ...kept, at: 'there', refused: null };
	});
}

async function prune(keep: Keep, tally: string): Promise<void> {
	const done = (await keep.all()).filter((kept) => kept.tally === tally && isDone(kept));
	const old = done.sort((a, b) => b.number - a.number).slice(UNDOABLE);
	for (const { id } of old) await keep.change(id, (kept) => (isDone(kept) ? null : kept));
}

const isDone = ({ at, isUndone }: Kept): boolean => at === 'there' && !isUndone;

function asTap({ id, hand, topic, outcome, minutes, language, ageBand, isUndone }: Kept): Tap {
	return { id, hand, topic, outcome, minutes, language, ageBand, isUndone };
}
