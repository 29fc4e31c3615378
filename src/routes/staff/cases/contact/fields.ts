import type { Say } from '#lib/platform/i18n/say.ts';

type Choice = { readonly id: string; readonly name: string };

/** What each part of the form gets. */
export type Fields = {
	readonly say: Say;
	readonly typed: Readonly<Record<string, string>>;
	readonly faults: Readonly<Record<string, string>>;
	readonly book: {
		readonly topics: readonly Choice[];
		readonly services: readonly Choice[];
		readonly places: readonly Choice[];
		readonly guides: readonly Choice[];
		readonly languages: readonly string[];
	};
};

/** Codes as choices, by the key at which their names stand. */
export const choicesOf = (say: Say, codes: readonly string[], key: string): Choice[] =>
	codes.map((id) => ({ id, name: say(`${key}.${id}`) }));
