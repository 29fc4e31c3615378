import { choiceOf, choiceSaid, choose } from './choice.ts';
import { browserKeep } from './keep.ts';
import { eitherKeep, type Keep, memoryKeep, waits } from './kept.ts';
import { makeId, siteLine } from './line.ts';
import { dropPage, keepPage } from './offline.ts';
import { type Page, readPage } from './page.ts';
import { makeQueue, type Outcome, type Queue } from './queue.ts';
import { showRefused } from './refused.ts';
import { show, type State } from './show.ts';

type Changing = { -readonly [Part in keyof State]: State[Part] };

const SOON_MS = 700;
const AGAIN_MS = 20_000;
/** A finger that slips presses twice. */
const SLIP_MS = 350;

/** Makes the page of a tally live. What it does is also there without it, one form for each person. */
export async function startTally(): Promise<void> {
	const page = readPage();
	if (!page) return;
	const state: Changing = {
		...{ kept: [], counts: page.counts, trouble: null, forgets: false, isOther: false },
		...{ isClosed: page.isClosed, opensOffline: null },
	};
	const memory = memoryKeep();
	const lasting = await browserKeep();
	const forgets = (): void => void (state.forgets = true);
	if (!lasting) forgets();
	const keep: Keep = lasting ? eitherKeep(lasting, memory, forgets) : memory;
	const queue = makeQueue(keep, siteLine);
	const others = 'BroadcastChannel' in window ? new BroadcastChannel('tally') : null;

	const refresh = async (): Promise<void> => {
		state.kept = await keep.all();
		show(page, state);
		showRefused(page, state.kept, queue, () => void changed());
	};
	const changed = async (): Promise<void> => {
		await refresh();
		others?.postMessage('changed');
		bringSoon();
	};
	const bringer = makeBringer(queue, async (outcome) => {
		hear(page, state, outcome);
		await refresh();
		if (outcome.answers.size === 0) return;
		others?.postMessage('changed');
		await tendPage(page, state);
	});
	const bringSoon = bringer.soon;

	takeTaps(page, queue, changed);
	others?.addEventListener('message', () => void refresh());
	await refresh();
	const newest = [...state.kept].sort((a, b) => b.number - a.number)[0];
	if (newest && page.tapping) choose(page.tapping.form, newest);
	followChoice(page);
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
function takeTaps({ tapping, tally, part }: Page, queue: Queue, changed: () => Promise<void>): void {
	if (!tapping) return;
	const { form, hand } = tapping;
	let last = { topic: '', at: -SLIP_MS };
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const topic = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
		const isSlip = topic === last.topic && event.timeStamp - last.at < SLIP_MS;
		if (topic === '' || isSlip) return;
		last = { topic, at: event.timeStamp };
		const codes = choiceOf(form, topic);
		choose(form, codes);
		form.dispatchEvent(new Event('change'));
		void queue.tap(makeId(), tally, hand, codes).then(changed);
		navigator.vibrate?.(25);
	});
	part('undo')?.addEventListener('submit', (event) => {
		event.preventDefault();
		void undoLast(queue, tally).then(changed);
	});
}

async function undoLast(queue: Queue, tally: string): Promise<void> {
	const holding = (await queue.keep.all()).filter(
		(kept) => kept.tally === tally && !kept.isUndone && kept.refused === null,
	);
	const last = holding.sort((a, b) => b.number - a.number)[0];
	if (last) await queue.undo(last.id);
}

function followChoice({ tapping, part }: Page): void {
	const form = tapping?.form;
	if (!form) return;
	const tell = (): void => {
		const line = part('choice');
		if (line) line.textContent = choiceSaid(form);
	};
	form.addEventListener('change', tell);
	tell();
}

function warnBeforeLeaving(state: State): void {
	window.addEventListener('beforeunload', (event) => {
		if (state.forgets && state.kept.some(waits)) event.preventDefault();
	});
}

function hear(page: Page, state: Changing, outcome: Outcome): void {
	state.trouble = outcome.trouble;
	const answer = outcome.answers.get(page.tally);
	if (!answer) return;
	state.counts = answer.counts;
	state.isClosed = answer.isClosed || answer.isOver;
	state.isOther = page.tapping !== null && answer.hand !== page.tapping.hand;
}

/** After each delivery the page is kept as it is now; when the day is closed and nothing is left, it is taken away. */
async function tendPage({ tally }: Page, state: Changing): Promise<void> {
	const isLeft = state.kept.some((one) => one.tally === tally && (waits(one) || one.refused !== null));
	if (!state.isClosed || isLeft) state.opensOffline = await keepPage(tally);
	else await dropPage(tally);
}

/** Brings what waits: soon after a tap, when the network comes, when somebody looks, and again from time to time. */
function makeBringer(queue: Queue, done: (outcome: Outcome) => Promise<void>) {
	let timer = 0;
	let turn: Promise<void> = Promise.resolve();
	const bring = (): void => void (turn = turn.then(() => alone(async () => done(await queue.bring())).catch(() => {})));
	const soon = (): void => {
		clearTimeout(timer);
		timer = window.setTimeout(bring, SOON_MS);
	};
	return {
		soon,
		start(isWaiting: () => Promise<boolean>): void {
			bring();
			window.addEventListener('online', bring);
			document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && bring());
			setInterval(() => void isWaiting().then((is) => is && bring()), AGAIN_MS);
		},
	};
}

/** One page of the browser at a time; where that cannot be arranged, twice does no harm. */
async function alone(work: () => Promise<void>): Promise<void> {
	await (navigator.locks ? navigator.locks.request('tally', work) : work());
}
