import { isCyrillic, keyOf } from './normalise.ts';
import { skeletonOf } from './skeleton.ts';
import type { SearchDocument } from './types.ts';
import { TOWNS } from './vocabulary/towns.ts';

/** Which towns are meant by a text or served by a document. */
export type Towns = {
	/** Towns named in the words of a query, in any form. */
	namedIn(words: readonly string[]): ReadonlySet<string>;
	/** The town a municipality's name means; one that is unknown is a town of its own. */
	of(municipality: string | undefined): ReadonlySet<string>;
	/** Where a document serves people; undefined when it serves everybody. */
	servedBy(document: SearchDocument): ReadonlySet<string> | undefined;
};

type Beginning = { skeleton: string; town: string };

/** What declension adds to a name is never longer. */
const LONGEST_ENDING = 5;

export function townsOf(documents: readonly SearchDocument[]): Towns {
	const beginnings = TOWNS.trim().split('\n').flatMap(beginningsOf);
	for (const name of documents.flatMap(({ municipalities }) => municipalities ?? [])) {
		if (!townOf(name, beginnings)) beginnings.push({ skeleton: fold(name), town: name });
	}
	const townsIn = (words: readonly string[]) => new Set(words.flatMap((word) => townOf(word, beginnings) ?? []));
	const served = new Map(documents.map((document) => [document, townsIn(document.municipalities ?? [])]));
	return {
		namedIn: townsIn,
		of: (name) => new Set(name?.trim() ? [townOf(name.trim(), beginnings) ?? name] : []),
		servedBy: (document) => (served.get(document)?.size ? served.get(document) : undefined),
	};
}

function beginningsOf(line: string): Beginning[] {
	const [town = '', known = ''] = line.split(':');
	return [town, ...known.trim().split(' ')].map((name) => ({ skeleton: fold(name), town }));
}

function townOf(word: string, beginnings: readonly Beginning[]): string | undefined {
	const skeleton = fold(word);
	const isNamed = (start: string) => skeleton.startsWith(start) && skeleton.length - start.length <= LONGEST_ENDING;
	return beginnings.find((beginning) => isNamed(beginning.skeleton))?.town;
}

function fold(word: string): string {
	return skeletonOf(isCyrillic(word) ? keyOf(word) : word.toLowerCase());
}
