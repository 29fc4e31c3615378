import { type Say, speaker } from '#lib/platform/i18n/say.ts';

/** The parts of the page that the script writes into. */
export type Page = {
	readonly root: HTMLElement;
	readonly tally: string;
	/** Where one taps, and whose taps they are; null when nothing is taken, or nobody here counts on this tally. */
	readonly tapping: { readonly form: HTMLFormElement; readonly hand: string } | null;
	/** Nothing more is wanted of this phone but what it still has. */
	readonly isClosed: boolean;
	readonly say: Say;
	readonly part: (name: string) => HTMLElement | null;
	readonly topicName: (topic: string) => string;
	/** People of a topic whom the site knew when it made the page. */
	readonly counts: readonly TopicCount[];
};

export type TopicCount = { readonly topic: string; readonly people: number };

export function readPage(): Page | null {
	const root = document.querySelector<HTMLElement>('[data-tally]');
	const form = root?.querySelector<HTMLFormElement>('form[data-tapping]');
	const { tally, hand, words, standing, lang = 'ru' } = root?.dataset ?? {};
	if (!root || !tally) return null;
	const buttons = [...root.querySelectorAll<HTMLButtonElement>('button[name=topic]')];
	const names = new Map(buttons.map((button) => [button.value, button.dataset.name ?? button.value]));
	return {
		...{ root, tally, say: speaker(JSON.parse(words ?? '{}'), lang) },
		tapping: form && hand ? { form, hand } : null,
		isClosed: standing === 'closed' || standing === 'over',
		part: (name) => root.querySelector<HTMLElement>(`[data-${name}]`),
		topicName: (topic) => names.get(topic) ?? topic,
		counts: JSON.parse(root.dataset.counts ?? '[]'),
	};
}
