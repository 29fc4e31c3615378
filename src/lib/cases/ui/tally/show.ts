import { type Kept, peopleIn, waits } from './kept.ts';
import type { Page } from './page.ts';
import type { Trouble } from './queue.ts';

/** How things stand on this phone. */
export type State = {
	/** All taps of the browser, of whatever tally. */
	readonly kept: readonly Kept[];
	readonly counts: readonly { readonly topic: string; readonly people: number }[];
	readonly trouble: Trouble | null;
	/** Taps are kept by the page alone. */
	readonly forgets: boolean;
	/** Somebody else is signed in than the one who opened the tally here. */
	readonly isOther: boolean;
	readonly isClosed: boolean;
	/** The page opens without a network. */
	readonly opensOffline: boolean | null;
};

export function show(page: Page, state: State): void {
	const own = state.kept.filter(({ tally }) => tally === page.tally);
	showCounts(page, state, own);
	showLast(page, own);
	showStanding(page, state);
	reveal(page, 'forgets', state.forgets);
	reveal(page, 'other', state.isOther);
	reveal(page, 'closed-note', state.isClosed);
	reveal(page, 'online-only', state.opensOffline === false && !state.forgets);
	reveal(page, 'ready', state.opensOffline === true);
}

function showCounts({ root, part, say }: Page, { counts }: State, own: readonly Kept[]): void {
	const siteOf = (topic: string): number => counts.find((one) => one.topic === topic)?.people ?? 0;
	let total = counts.reduce((sum, { people }) => sum + people, 0) + peopleIn(own);
	for (const mark of root.querySelectorAll<HTMLElement>('[data-people]')) {
		const topic = mark.dataset.people ?? '';
		const people = siteOf(topic) + peopleIn(own.filter((one) => one.topic === topic));
		mark.textContent = people > 0 ? String(people) : '';
	}
	total = Math.max(0, total);
	write(part('total'), say('tally.people', { count: total }));
}

/** The newest that hold, the last one to be undone by the button beside it. */
function showLast({ part, say, topicName }: Page, own: readonly Kept[]): void {
	const holding = own.filter(({ isUndone, refused }) => !isUndone && refused === null);
	const last = holding.sort((a, b) => b.number - a.number)[0];
	const line = part('last');
	if (!line) return;
	line.hidden = !last;
	if (!last) return;
	const outcome = say(`cases.outcome.${last.outcome}`);
	write(part('last-words'), `${topicName(last.topic)} · ${outcome} · ${say('tally.minutes', { count: last.minutes })}`);
	write(part('last-standing'), say(last.at === 'there' ? 'tally.isSent' : 'tally.isKept'));
}

/** One line that says where the taps are. */
function showStanding({ part, say, tally }: Page, { kept, trouble }: State): void {
	const count = kept.filter(waits).length;
	const link = part('sign-in');
	if (link) link.hidden = trouble !== 'signed-out' || count === 0;
	if (link) write(link, say('tally.signIn', { count }));
	const others = kept.filter((one) => waits(one) && one.tally !== tally).length;
	write(part('standing'), count === 0 ? say('tally.allSent') : say(`tally.waiting.${trouble ?? 'soon'}`, { count }));
	write(part('others'), others > 0 ? say('tally.others', { count: others }) : '');
	part('standing')?.classList.toggle('waits', count > 0);
}

function reveal({ part }: Page, name: string, isSeen: boolean): void {
	const found = part(name);
	if (found) found.hidden = !isSeen;
}

/** Only when it changes, so that a screen reader is not told the same twice. */
function write(place: HTMLElement | null, text: string): void {
	if (place && place.textContent !== text) place.textContent = text;
}
