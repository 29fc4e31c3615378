import type { Corpus } from './corpus.ts';
import type { Ranked } from './rank.ts';
import type { DocumentKind, SearchDocument } from './types.ts';

type Found = Ranked & { of: SearchDocument; isNear: boolean };

/** The order in which readers see what was found: near ones first, each guide with its service. */
export function inOrder(corpus: Corpus, ranked: readonly Ranked[], here: ReadonlySet<string>): Ranked[] {
	const { documents, weights } = corpus;
	const best = ranked.reduce((most, { score }) => Math.max(most, score), 0);
	const found = ranked.flatMap((one): Found[] => {
		const of = documents[one.document];
		if (!of || one.score <= best * weights.leastOfBest) return [];
		const factor = nearness(corpus, of, here);
		return [{ ...one, of, score: one.score * factor, isNear: factor > 1 }];
	});
	found.sort((a, b) => b.score - a.score);
	return withTheirServices(found, weights.clearlyFirst);
}

/** What serves the people of the town goes first, what serves only those of other towns last. */
function nearness({ towns, weights }: Corpus, document: SearchDocument, here: ReadonlySet<string>): number {
	const served = towns.servedBy(document);
	if (!served || here.size === 0) return 1;
	return [...here].some((town) => served.has(town)) ? weights.near : weights.elsewhere;
}

/**
 * A service answers "where do I go", a guide "how do I do it there": what belongs to a service stands behind it. While
 * it is open which of two services is meant, both go before their guides; a place goes right behind its own.
 */
function withTheirServices(found: readonly Found[], clearlyFirst: number): Found[] {
	const [first, second] = found.filter(({ of }) => of.kind === 'service');
	const isOpen = first && second && second.score > first.score * clearlyFirst;
	const guided = withoutEarly(found, 'guide', isOpen ? [first, second] : [first]);
	return withoutEarly(guided, 'place', [first]);
}

/** Moves what would stand before the services it belongs to right behind the last of them, and a near place, too. */
function withoutEarly(found: readonly Found[], kind: DocumentKind, services: readonly (Found | undefined)[]): Found[] {
	const heads = services.filter((one) => one !== undefined);
	const last = heads.at(-1);
	if (!last) return [...found];
	const isOurs = ({ of }: Found) => of.kind === kind && heads.some((head) => of.services?.includes(head.of.id));
	const moves = (one: Found, at: number) =>
		isOurs(one) && (at < found.indexOf(last) || (kind === 'place' && one.isNear));
	const others = found.filter((one, at) => !moves(one, at));
	return others.toSpliced(others.indexOf(last) + 1, 0, ...found.filter(moves));
}
