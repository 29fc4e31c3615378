/** One of many: what is sent, what is read, and in which language where that is another one. */
export type Choosable = { readonly id: string; readonly name: string; readonly lang?: string };

/** What a control says of itself to whoever does not see what stands around it. */
export type Described = {
	readonly id: string;
	readonly 'aria-describedby': string | undefined;
	readonly 'aria-invalid': 'true' | undefined;
};

type Around = { readonly id: string; readonly hint: string | undefined; readonly fault: string | undefined };

export const described = ({ id, hint, fault }: Around): Described => ({
	id,
	'aria-describedby': [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ') || undefined,
	'aria-invalid': fault ? 'true' : undefined,
});

/** The cursor stands here when the page opens: only whoever asks for it gets the attribute. */
export const beginHere = (isHere: boolean): { autofocus?: true } => (isHere ? { autofocus: true } : {});

/** Each fault of a form in words, by the name of its field. */
export const faultsSaid = (
	faults: Readonly<Record<string, string>> | undefined,
	inWords: (code: string) => string,
): Record<string, string> =>
	Object.fromEntries(Object.entries(faults ?? {}).map(([name, code]) => [name, inWords(code)]));

/** Which boxes were ticked, where each is a field of its own: `name.id`. */
export const tickedIn = (typed: Readonly<Record<string, string>>, name: string): string[] =>
	Object.keys(typed).flatMap((field) =>
		field.startsWith(`${name}.`) && typed[field] ? [field.slice(name.length + 1)] : [],
	);
