import { keyOf, normalise } from './normalise.ts';
import type { SearchDocument } from './types.ts';
import { SITUATIONS } from './vocabulary.ts';

/** What people say when they need this service without knowing its name; what is about it stands behind it anyway. */
export function situationWords(document: SearchDocument): readonly string[] {
	if (document.kind !== 'service') return [];
	const known = REMEMBERED.get(document) ?? wordsFor(namesOf(document));
	REMEMBERED.set(document, known);
	return known;
}

// Several parts of the index ask for the same.
const REMEMBERED = new WeakMap<SearchDocument, readonly string[]>();
const KEYED = SITUATIONS.map(({ of, say }) => ({ beginnings: of.map((name) => ` ${keyOf(name)}`), say }));

function wordsFor(named: string): string[] {
	const isMeant = ({ beginnings }: (typeof KEYED)[number]) => beginnings.some((name) => named.includes(name));
	return KEYED.filter(isMeant).map(({ say }) => say);
}

function namesOf({ names, aliases }: SearchDocument): string {
	const text = [...Object.values(names), ...aliases].join(' ; ');
	return ` ${keyOf(normalise(text)).replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
}
