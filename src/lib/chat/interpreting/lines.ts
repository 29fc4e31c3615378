import type { Say } from '#lib/platform/i18n/say.ts';
import type { Rendering, Step } from './rendering.ts';

/**
 * What stands in a bubble, line by line, on every page and on paper: said once, so that no screen can show what a
 * machine made without saying so.
 */
export type Line = {
	readonly look: 'said' | 'mark' | 'label' | 'other' | 'awaited';
	readonly text: string;
	readonly lang?: string;
	/** The step whose words these are. */
	readonly step?: number;
};

type Told = Pick<Step, 'seq' | 'text' | 'language'>;

/** Her own language large, the other one small, both always there. `reads`: the language of whoever looks. */
export function linesOf(say: Say, reads: string, message: Told, renderings: readonly Rendering[]): Line[] {
	const original = wordsOf(say, message.text, message.language, message.seq);
	const isForeign = message.language !== null && message.language !== reads;
	const hers = renderings.find(({ language }) => language === reads);
	if (isForeign && hers) {
		return [
			said(wordsOf(say, hers.text, hers.language, hers.seq)),
			markOf(say, hers),
			labelOf(say, 'original', message.language, reads),
			other(original),
		];
	}
	const awaited: Line = { look: 'awaited', text: say('chat.rendering.awaited') };
	return isForeign ? [said(original), awaited] : [said(original), ...forTheOthers(say, reads, renderings.at(-1))];
}

/** Who made it, in the words of whoever reads. */
export function madeSaid(say: Say, { made, signed }: Pick<Rendering, 'made' | 'signed'>): string {
	return say(`chat.rendering.${made}`, { name: signed ?? say('chat.helper') });
}

function forTheOthers(say: Say, reads: string, newest: Rendering | undefined): Line[] {
	if (!newest) return [];
	const { text, language, seq } = newest;
	return [labelOf(say, 'rendered', language, reads), other(wordsOf(say, text, language, seq)), markOf(say, newest)];
}

type Words = Omit<Line, 'look'>;

function wordsOf(say: Say, text: string | null, lang: string | null, step: number): Words {
	return text === null ? { text: say('chat.gone'), step } : { text, step, ...(lang && { lang }) };
}

const said = (words: Words): Line => ({ look: 'said', ...words });
const other = (words: Words): Line => ({ look: 'other', ...words });
const markOf = (say: Say, rendering: Rendering): Line => ({ look: 'mark', text: madeSaid(say, rendering) });

function labelOf(say: Say, what: 'original' | 'rendered', language: string | null, reads: string): Line {
	const name = new Intl.DisplayNames([reads], { type: 'language' }).of(language ?? reads) ?? '';
	return { look: 'label', text: say(`chat.rendering.${what}`, { language: name }) };
}
