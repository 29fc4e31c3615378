import { keyOf, normalise } from './normalise.ts';
import type { SearchDocument } from './types.ts';
import { SITUATIONS } from './vocabulary.ts';

/** What people say when they need this document without knowing its name. */
export function situationWords(document: SearchDocument): string[] {
	const named = namesOf(document);
	return SITUATIONS.filter(({ of }) => of.some((name) => named.includes(` ${keyOf(name)}`))).map(({ say }) => say);
}

function namesOf({ names, aliases }: SearchDocument): string {
	const text = [...Object.values(names), ...aliases].join(' ; ');
	return ` ${keyOf(normalise(text)).replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
}
