/** A catalogue: a sentence, or its plural forms by the names of `Intl.PluralRules`. Keys are `area.key`. */
export type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: string, values?: Values) => string;

/** Gives the one function with which a page speaks: `say('chat.waiting', { count: 3 })`. */
export function speaker(words: Words, lang: string): Say {
	const plurals = new Intl.PluralRules(lang);
	return (key, values = {}) => {
		const entry = words[key];
		// A key without words is a mistake of ours that a test finds; the key itself is the least bad thing to show.
		if (entry === undefined) return key;
		const text = typeof entry === 'string' ? entry : formOf(entry, plurals, values.count);
		return text.replace(/\{(\w+)\}/g, (whole, name: string) => shown(values[name], lang) ?? whole);
	};
}

function formOf(forms: Readonly<Record<string, string>>, plurals: Intl.PluralRules, count: unknown): string {
	const form = plurals.select(typeof count === 'number' ? count : 0);
	return forms[form] ?? forms.other ?? '';
}

function shown(value: string | number | undefined, lang: string): string | undefined {
	return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : value;
}

export type Texts = Readonly<Record<string, string>>;

/** Of a text that is not there in the reader's language: in which it stands, for a voice that reads it out. */
export function otherLanguage(texts: Texts | undefined, lang: string): string | undefined {
	return texts === undefined || lang in texts ? undefined : Object.keys(texts)[0];
}

/** The text in the reader's language, else in the first language there is. */
export function inLanguage(texts: Texts | undefined, lang: string): string {
	return texts?.[lang] ?? Object.values(texts ?? {})[0] ?? '';
}
