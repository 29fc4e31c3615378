import { choiceOf } from './choice.ts';
import { type Kept, waits } from './kept.ts';
import type { Page } from './page.ts';
import type { Queue } from './queue.ts';

/** What the site would not take stays in sight: it can be sent with another topic, or given up. */
export function showRefused(page: Page, kept: readonly Kept[], queue: Queue, changed: () => void): void {
	const box = page.part('refused');
	const list = page.part('refused-list');
	if (!box || !list) return;
	const refused = kept.filter((one) => one.refused !== null && !waits(one));
	box.hidden = refused.length === 0;
	list.replaceChildren(...refused.map((one) => lineOf(page, one, queue, changed)));
}

function lineOf(page: Page, one: Kept, queue: Queue, changed: () => void): HTMLElement {
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

function button(words: string, onclick: () => void): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.className = 'button quiet';
	made.textContent = words;
	made.onclick = onclick;
	return made;
}
