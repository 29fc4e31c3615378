import { type Keep, type Kept, type Taken, type Tapped, waits } from './kept.ts';

/** What the site answers to what was brought. */
export type Answer<Count = unknown> = {
	readonly taken: readonly Taken[];
	readonly hand: string | null;
	readonly counts: readonly Count[];
	readonly isClosed: boolean;
	readonly isOver: boolean;
};

/** Why nothing came of it: the taps stay where they are. */
export type Trouble = 'away' | 'signed-out' | 'forbidden' | 'missing';

/** Brings taps to the site. Never throws: whatever is unknown is `away`. */
export type Line<Codes, Count = unknown> = (
	tally: string,
	taps: readonly (Codes & Tapped)[],
) => Promise<Answer<Count> | Trouble>;

export type Outcome<Count = unknown> = {
	readonly trouble: Trouble | null;
	readonly answers: ReadonlyMap<string, Answer<Count>>;
};

const AT_ONCE = 50;
/** Sent ones that can still be undone. */
const UNDOABLE = 5;

/**
 * The taps of one phone. Whatever happens in between (the phone is killed, the answer is lost, all is sent twice, two
 * pages send at once), each tap is on the site once and nothing that is undone is counted.
 */
export function makeQueue<Codes, Count>(keep: Keep<Codes>, line: Line<Codes, Count>) {
	return {
		keep,

		tap: (id: string, tally: string, hand: string, codes: Codes): Promise<void> =>
			keep.add({ ...codes, id, tally, hand, isUndone: false, at: 'here', refused: null }),

		/** What nobody has heard of goes without a trace; anything else has to be told. */
		undo: (id: string): Promise<void> =>
			keep.change(id, (kept) => (kept.at === 'here' ? null : { ...kept, isUndone: true, refused: null })),

		/** What the site refused is sent again with other codes. */
		mend: (id: string, codes: Codes): Promise<void> =>
			keep.change(id, (kept) => (kept.refused === null ? kept : { ...kept, ...codes, refused: null })),

		/** What the site refused is given up. */
		giveUp: (id: string): Promise<void> => keep.change(id, (kept) => (kept.refused === null ? kept : null)),

		/** Everything that waits, oldest first. A tally that is out of reach does not hold up the others. */
		async bring(): Promise<Outcome<Count>> {
			const answers = new Map<string, Answer<Count>>();
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

export type Queue<Codes, Count = unknown> = ReturnType<typeof makeQueue<Codes, Count>>;

/** Null when they were all taken back meanwhile. */
async function bringSome<Codes, Count>(
	keep: Keep<Codes>,
	line: Line<Codes, Count>,
	{ tally, taps }: Some<Codes>,
): Promise<Answer<Count> | Trouble | null> {
	const sent = await markTried(keep, taps);
	if (sent.length === 0) return null;
	const answer = await line(tally, sent.map(asTap));
	if (typeof answer === 'string') return answer;
	for (const taken of answer.taken) await settle(keep, sent, taken);
	await prune(keep, tally);
	return answer;
}

type Some<Codes> = { readonly tally: string; readonly taps: readonly Kept<Codes>[] };

/** The oldest that wait, of one tally; none is asked about twice in one go. */
function nextOf<Codes>(all: readonly Kept<Codes>[], asked: ReadonlySet<string>): Some<Codes> | null {
	const waiting = all.filter((kept) => waits(kept) && !asked.has(kept.id)).sort((a, b) => a.number - b.number);
	const tally = waiting[0]?.tally;
	if (tally === undefined) return null;
	return { tally, taps: waiting.filter((kept) => kept.tally === tally).slice(0, AT_ONCE) };
}

/** Before a tap leaves, it is written down that it has: from then on an undo must be told. Gives what still stands. */
async function markTried<Codes>(keep: Keep<Codes>, taps: readonly Kept<Codes>[]): Promise<Kept<Codes>[]> {
	const tried: Kept<Codes>[] = [];
	for (const { id } of taps) {
		await keep.change(id, (kept) => {
			const next: Kept<Codes> = kept.at === 'here' ? { ...kept, at: 'tried' } : kept;
			tried.push(next);
			return next;
		});
	}
	return tried;
}

/** What was changed on the phone while it was on its way stays to be sent again. */
async function settle<Codes>(keep: Keep<Codes>, sent: readonly Kept<Codes>[], taken: Taken): Promise<void> {
	const was = sent.find(({ id }) => id === taken.id);
	if (!was) return;
	await keep.change(taken.id, (kept) => {
		const isAsSent = kept.isUndone === was.isUndone;
		if (taken.state === 'refused') return isAsSent ? { ...kept, refused: taken.reason } : kept;
		return isAsSent && kept.isUndone ? null : { ...kept, at: 'there', refused: null };
	});
}

async function prune<Codes>(keep: Keep<Codes>, tally: string): Promise<void> {
	const done = (await keep.all()).filter((kept) => kept.tally === tally && isDone(kept));
	const old = done.sort((a, b) => b.number - a.number).slice(UNDOABLE);
	for (const { id } of old) await keep.change(id, (kept) => (isDone(kept) ? null : kept));
}

const isDone = ({ at, isUndone }: Pick<Kept<unknown>, 'at' | 'isUndone'>): boolean => at === 'there' && !isUndone;

/** Without what only the phone is concerned with. */
function asTap<Codes>({ tally: _tally, number: _number, at: _at, refused: _refused, ...tap }: Kept<Codes>) {
	// What is left is the codes and what tells the tap from others; the compiler cannot follow a rest of a type unknown.
	return tap as unknown as Codes & Tapped;
}
