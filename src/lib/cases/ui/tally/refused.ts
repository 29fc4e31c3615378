import { type Kept, waits } from '#lib/design/tally/kept.ts';
import { button } from '#lib/design/tally/parts.ts';
import type { Queue } from '#lib/design/tally/queue.ts';
import type { TapCodes } from '../../tally/tally.ts';
import { choiceOf } from './choice.ts';
import type { Page } from './page.ts';

type Taps = Queue<TapCodes>;

/** What the site would not take stays in sight: it can be sent with another topic, or given up. */
export function showRefused(page: Page, kept: readonly Kept<TapCodes>[], queue: Taps, changed: () => void): void {
	const box = page.part('refused');
	const list = page.part('refused-list');
	if (!box || !list) return;
	const refused = kept.filter((one) => one.refused !== null && !waits(one));
	box.hidden = refused.length === 0;
	list.replaceChildren(...refused.map((one) => lineOf(page, one, queue, changed)));
}

function lineOf(page: Page, one: Kept<TapCodes>, queue: Taps, changed: () => void): HTMLElement {
	const { say, topicName, tapping, tally } = page;
	const line = document.createElement('li');
	const words = document.createElement('p');
	words.textContent = `${topicName(one.topic)}: ${say(`tally.refused.${one.refused}`)}`;
	line.append(words);
	const isMendable = one.refused === 'topic' || one.refused === 'malformed';
	if (isMendable && one.tally === tally && tapping) {
		const topics = topicsOf(page, one.topic);
		const again = () => queue.mend(one.id, choiceOf(tapping.form, topics.value));
		line.append(
			topics,
			button(say('tally.sendAgain'), () => void again().then(changed)),
		);
	}
	line.append(button(say('tally.giveUp'), () => void queue.giveUp(one.id).then(changed)));
	return line;
}

function topicsOf({ root, say }: Page, chosen: string): HTMLSelectElement {
	const select = document.createElement('select');
	select.setAttribute('aria-label', say('tally.topic'));
	for (const { value, dataset } of root.querySelectorAll<HTMLButtonElement>('button[name=topic]')) {
		select.add(new Option(dataset.name ?? value, value, false, value === chosen));
	}
	return select;
}
