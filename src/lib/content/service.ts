import type { Texts } from '#lib/platform/i18n/say.ts';

/** The card of an e-service, in the order in which a reader meets its parts. Absent parts are absent. */
export type Service = {
	readonly id: string;
	readonly position: number;
	readonly names: Texts;
	readonly provider: Texts;
	readonly url: string;
	readonly topics: readonly string[];
	readonly whatItIs: Texts;
	readonly login: readonly LoginWay[];
	readonly languages: readonly string[];
	readonly withoutCodes?: Texts;
	readonly goodToKnow?: readonly Fact[];
	readonly phone?: { readonly number: string; readonly note: Texts };
	readonly scams?: Texts;
	readonly formerNames?: readonly string[];
	readonly sources?: readonly string[];
	readonly confidence: Confidence;
	/** Names of the municipalities whose people it serves; absent when it serves the whole country. */
	readonly municipalities?: readonly string[];
};

/** One thing worth knowing. Doubtful: the source was old, from memory or contradictory, and the card says so. */
export type Fact = { readonly texts: Texts; readonly doubtful?: boolean };

export const LOGIN_WAYS = ['bank', 'mobile', 'cert', 'eidas', 'fa', 'password', 'email', 'none'] as const;
export type LoginWay = (typeof LOGIN_WAYS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type Topic = { readonly id: string; readonly names: Texts; readonly pictogram: string };

/** A run of text; `lang` when it is in another language than the text around it (`[[fi:Lähetä]]`). */
export type Run = { readonly text: string; readonly lang?: string };

export function runsOf(text: string): Run[] {
	const runs: Run[] = [];
	let end = 0;
	for (const match of text.matchAll(/\[\[([a-z]{2}):([^\]]+)\]\]/g)) {
		if (match.index > end) runs.push({ text: text.slice(end, match.index) });
		runs.push({ text: match[2] ?? '', lang: match[1] });
		end = match.index + match[0].length;
	}
	if (end < text.length) runs.push({ text: text.slice(end) });
	return runs;
}

export function plainText(text: string): string {
	return runsOf(text)
		.map((run) => run.text)
		.join('');
}

/** What a card gives to the search: short texts only, without marks. */
export function indexableService({ id, names, provider, whatItIs, formerNames }: Service) {
	const purpose = Object.fromEntries(Object.entries(whatItIs).map(([lang, text]) => [lang, plainText(text)]));
	return { kind: 'service' as const, id, names, provider, purpose, aliases: [...(formerNames ?? [])] };
}
