/** The texts of a form by their names, as a page may show them again; a file is no text, `__proto__` no name of a field. */
export function fieldsOf(form: FormData): Record<string, string> {
	const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return Object.fromEntries(texts.filter(([name]) => name !== '__proto__'));
}
