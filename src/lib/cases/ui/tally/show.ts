import { type Kept, lastHolding, peopleIn } from '#lib/design/tally/kept.ts';
import type { State } from '#lib/design/tally/live.ts';
import { reveal, showStanding, write } from '#lib/design/tally/parts.ts';
import type { TapCodes } from '../../tally/tally.ts';
import type { Page, TopicCount } from './page.ts';

export function show(page: Page, state: State<TapCodes, TopicCount>): void {
	const own = state.kept.filter(({ tally }) => tally === page.tally);
	showCounts(page, state, own);
	showLast(page, own);
	showStanding(page.part, page.say, { ...state, tally: page.tally });
	reveal(page.part, 'other', state.isOther);
}

function showCounts(
	{ root, part, say }: Page,
	{ counts }: Pick<State<TapCodes, TopicCount>, 'counts'>,
	own: readonly Kept<TapCodes>[],
): void {
	const siteOf = (topic: string): number => counts.find((one) => one.topic === topic)?.people ?? 0;
	const total = counts.reduce((sum, { people }) => sum + people, 0) + peopleIn(own);
	for (const mark of root.querySelectorAll<HTMLElement>('[data-people]')) {
		const topic = mark.dataset.people ?? '';
		const people = siteOf(topic) + peopleIn(own.filter((one) => one.topic === topic));
		mark.textContent = people > 0 ? String(people) : '';
	}
	write(part('total'), say('tally.people', { count: Math.max(0, total) }));
}

/** The newest that holds, to be undone by the button beside it. */
function showLast({ part, say, topicName, tally }: Page, own: readonly Kept<TapCodes>[]): void {
	const last = lastHolding(own, tally);
	const line = part('last');
	if (!line) return;
	line.hidden = !last;
	if (!last) return;
	const outcome = say(`cases.outcome.${last.outcome}`);
	write(part('last-words'), `${topicName(last.topic)} · ${outcome} · ${say('tally.minutes', { count: last.minutes })}`);
	write(part('last-standing'), say(last.at === 'there' ? 'tally.isSent' : 'tally.isKept'));
}
