import { browserKeep } from './keep.ts';
import { eitherKeep, type Keep, type Kept, lastHolding, memoryKeep, waits } from './kept.ts';
import { makeId, siteLine } from './line.ts';
import { dropPage, keepPage, type Offline } from './offline.ts';
import { makeQueue, type Outcome, type Queue, type Trouble } from './queue.ts';

/** How things stand on this phone. */
export type State<Codes, Count> = {
	/** All taps of the browser, of whatever tally. */
	readonly kept: readonly Kept<Codes>[];
	readonly counts: readonly Count[];
	readonly trouble: Trouble | null;
	/** Taps are kept by the page alone. */
	readonly forgets: boolean;
	/** Somebody else is signed in than the one who opened the tally here. */
	readonly isOther: boolean;
	readonly isClosed: boolean;
	/** The page opens without a network. */
	readonly opensOffline: boolean | null;
};

/** A page on which people are counted by pressing a button for each. */
export type Live<Codes, Count> = Offline & {
	readonly root: HTMLElement;
	readonly tally: string;
	/** Where one taps, and whose taps they are; null when nothing is taken, or nobody here counts on this tally. */
	readonly tapping: { readonly form: HTMLFormElement; readonly hand: string } | null;
	/** The form that takes the last one back. */
	readonly undo: HTMLElement | null;
	/** Nothing more is wanted of this phone but what it still has. */
	readonly isClosed: boolean;
	/** People whom the site knew when it made the page. */
	readonly counts: readonly Count[];
	/** What the pressed button says, with what else is chosen on the form. */
	codesOf(form: HTMLFormElement, pressed: string): Codes;
	/** The form as it is to be for the next person. */
	choose(form: HTMLFormElement, last: Codes): void;
	show(state: State<Codes, Count>, queue: Queue<Codes, Count>, changed: () => void): void;
};

type Changing<Codes, Count> = { -readonly [Part in keyof State<Codes, Count>]: State<Codes, Count>[Part] };

const SOON_MS = 700;
const AGAIN_MS = 20_000;
/** A finger that slips presses twice. */
const SLIP_MS = 350;

/** Makes the page of a tally live. What it does is also there without it, one form for each person. */
export async function goLive<Codes, Count>(page: Live<Codes, Count>): Promise<void> {
	const state: Changing<Codes, Count> = {
		...{ kept: [], counts: page.counts, trouble: null, forgets: false, isOther: false },
		...{ isClosed: page.isClosed, opensOffline: null },
	};
	const memory = memoryKeep<Codes>();
	const lasting = await browserKeep<Codes>(page.name);
	const forgets = (): void => void (state.forgets = true);
	if (!lasting) forgets();
	const keep: Keep<Codes> = lasting ? eitherKeep(lasting, memory, forgets) : memory;
	const queue = makeQueue(keep, siteLine<Codes, Count>(page.folder));
	const others = 'BroadcastChannel' in window ? new BroadcastChannel(page.name) : null;

	const refresh = async (): Promise<void> => {
		state.kept = await keep.all();
		page.show(state, queue, () => void changed());
	};
	const changed = async (): Promise<void> => {
		await refresh();
		others?.postMessage('changed');
		bringer.soon();
	};
	const bringer = makeBringer(page.name, queue, async (outcome) => {
		hear(page, state, outcome);
		await refresh();
		if (outcome.answers.size === 0) return;
		others?.postMessage('changed');
		await tendPage(page, state);
	});

	takeTaps(page, queue, changed);
	others?.addEventListener('message', () => void refresh());
	await refresh();
	const newest = [...state.kept].sort((a, b) => b.number - a.number)[0];
	if (newest && page.tapping) page.choose(page.tapping.form, newest);
	warnBeforeLeaving(state);
	page.root.classList.add('is-live');
	// Asked, not awaited: some browsers ask the person.
	void navigator.storage?.persist?.().catch(() => false);
	bringer.start(async () => (await keep.all()).some(waits));
	if (lasting) await tendPage(page, state);
	else state.opensOffline = false;
	await refresh();
}

/** One press is one person. */
function takeTaps<Codes, Count>(
	page: Live<Codes, Count>,
	queue: Queue<Codes, Count>,
	changed: () => Promise<void>,
): void {
	if (!page.tapping) return;
	const { form, hand } = page.tapping;
	let last = { pressed: '', at: -SLIP_MS };
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
		const isSlip = pressed === last.pressed && event.timeStamp - last.at < SLIP_MS;
		if (pressed === '' || isSlip) return;
		last = { pressed, at: event.timeStamp };
		const codes = page.codesOf(form, pressed);
		page.choose(form, codes);
		void queue.tap(makeId(), page.tally, hand, codes).then(changed);
		navigator.vibrate?.(25);
	});
	page.undo?.addEventListener('submit', (event) => {
		event.preventDefault();
		void undoLast(queue, page.tally).then(changed);
	});
}

async function undoLast<Codes, Count>(queue: Queue<Codes, Count>, tally: string): Promise<void> {
	const last = lastHolding(await queue.keep.all(), tally);
	if (last) await queue.undo(last.id);
}

function warnBeforeLeaving(state: State<unknown, unknown>): void {
	window.addEventListener('beforeunload', (event) => {
		if (state.forgets && state.kept.some(waits)) event.preventDefault();
	});
}

function hear<Codes, Count>(page: Live<Codes, Count>, state: Changing<Codes, Count>, outcome: Outcome<Count>): void {
	state.trouble = outcome.trouble;
	const answer = outcome.answers.get(page.tally);
	if (!answer) return;
	state.counts = answer.counts;
	state.isClosed = answer.isClosed || answer.isOver;
	state.isOther = page.tapping !== null && answer.hand !== page.tapping.hand;
}

/** After each delivery the page is kept as it is now; when the day is closed and nothing is left, it is taken away. */
async function tendPage<Codes, Count>(page: Live<Codes, Count>, state: Changing<Codes, Count>): Promise<void> {
	const isLeft = state.kept.some((one) => one.tally === page.tally && (waits(one) || one.refused !== null));
	if (!state.isClosed || isLeft) state.opensOffline = await keepPage(page, page.tally);
	else await dropPage(page, page.tally);
}

/** Brings what waits: soon after a tap, when the network comes, when somebody looks, and again from time to time. */
function makeBringer<Codes, Count>(
	name: string,
	queue: Queue<Codes, Count>,
	done: (outcome: Outcome<Count>) => Promise<void>,
) {
	let timer = 0;
	let turn: Promise<void> = Promise.resolve();
	const bringOnce = (): Promise<void> => alone(name, async () => done(await queue.bring())).catch(() => {});
	const bring = (): void => void (turn = turn.then(bringOnce));
	return {
		soon(): void {
			clearTimeout(timer);
			timer = window.setTimeout(bring, SOON_MS);
		},
		start(isWaiting: () => Promise<boolean>): void {
			bring();
			window.addEventListener('online', bring);
			document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && bring());
			setInterval(() => void isWaiting().then((is) => is && bring()), AGAIN_MS);
		},
	};
}

/** One page of the browser at a time; where that cannot be arranged, twice does no harm. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
	await (navigator.locks ? navigator.locks.request(name, work) : work());
}
