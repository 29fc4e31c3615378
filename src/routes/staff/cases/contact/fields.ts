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

/** Codes as choices, each by its name. */
export const choicesOf = (codes: readonly string[], nameOf: (code: string) => string): Choice[] =>
	codes.map((id) => ({ id, name: nameOf(id) }));
