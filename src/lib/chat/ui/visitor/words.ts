import { type Line, linesOf, type Message } from '#lib/chat/index.ts';
import type { Say, Words } from '#lib/platform/i18n/say.ts';
import { add } from './add.ts';

/** Who looks at the page, and which language is hers. */
export type Looker = {
	readonly me: 'visitor' | 'clerk';
	readonly reads: string;
	/** The clerk's own name: another may have been in the conversation before. */
	readonly signed?: string;
};

/** Those that the script of the page needs, which go along in it. */
export function chatWords(words: Words): Words {
	return Object.fromEntries(Object.entries(words).filter(([word]) => word.startsWith('chat.')));
}

/** The words of a bubble with what was said of them in another language. Keep in step with Words.svelte. */
export function drawWords(lines: readonly Line[], language: string | null): HTMLElement {
	const words = document.createElement('div');
	words.className = 'words';
	if (language) words.dataset.language = language;
	for (const { look, text, lang, step } of lines) {
		const line = add(words, 'p', look, text);
		if (lang) line.lang = lang;
		if (step) line.dataset.step = String(step);
	}
	return words;
}

/** A rendering that came, put into the bubble of its message; one for somebody else's eyes changes nothing here. */
export function putRendering(log: HTMLElement, say: Say, { reads }: Looker, step: Message): void {
	const { aboutSeq, language, made, seq, text, signed } = step;
	const words = log.querySelector<HTMLElement>(`[data-seq="${aboutSeq}"] .words`);
	const original = words?.querySelector(`[data-step="${aboutSeq}"]`);
	if (!words || !original || aboutSeq === null || language === null || made === null) return;
	const own = words.dataset.language ?? reads;
	if (own !== reads && language !== reads) return;
	const message = { seq: aboutSeq, text: original.textContent, language: own };
	words.replaceWith(drawWords(linesOf(say, reads, message, [{ seq, language, text, made, signed }]), own));
}

/** A number was hidden later: in the words themselves, or in what was said of them in another language. */
export function putRedacted(log: HTMLElement, say: Say, { reads }: Looker, { aboutSeq, text }: Message): void {
	const words = log.querySelector<HTMLElement>(`[data-seq="${aboutSeq}"] .words`);
	const said = log.querySelector(`[data-step="${aboutSeq}"]`);
	const language = words?.dataset.language ?? null;
	// What was rendered before says the number still: it goes, and the interpreter says it anew.
	if (words) words.replaceWith(drawWords(linesOf(say, reads, { seq: aboutSeq ?? 0, text, language }, []), language));
	else if (said) said.textContent = text ?? say('chat.gone');
}
