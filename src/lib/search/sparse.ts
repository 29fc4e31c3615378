// Typed arrays, because a thousand documents have millions of runs of letters.

/** A piece of a document's text: which terms stand in it and how often. */
export type Unit = { document: number; terms: Int32Array; counts: Float32Array };

/** Cosine of the query to the nearest unit of each document. */
export type Cosines = (query: ReadonlyMap<number, number>) => Float64Array;

export type Dictionary = {
	add(term: string): number;
	/** A negative number for each term that stands nowhere: it lengthens the query and meets nothing. */
	find(term: string): number;
	size(): number;
};

type Columns = { terms: ArrayLike<number>; counts: ArrayLike<number> };
type Sizes = { documents: number; terms: number };

/** For each term the units it stands in: those from `starts[term]` up to `starts[term + 1]`. */
type Table = { starts: Int32Array; units: Int32Array; weights: Float32Array };

export function newDictionary(): Dictionary {
	const numbers = new Map<string, number>();
	let strangers = 0;
	return {
		add: (term) => {
			const known = numbers.get(term);
			if (known !== undefined) return known;
			numbers.set(term, numbers.size);
			return numbers.size - 1;
		},
		find: (term) => numbers.get(term) ?? --strangers,
		size: () => numbers.size,
	};
}

export function cosinesAmong(units: readonly Unit[], sizes: Sizes): Cosines {
	const rarity = raritiesOf(units, sizes);
	const lengths = units.map((unit) => lengthOf(unit, rarity, sizes.documents));
	const table = tableOf(units, lengths, rarity);
	return (query) => {
		const products = productsOf(query, table, rarity, units.length);
		const asked = { terms: [...query.keys()], counts: [...query.values()] };
		const length = lengthOf(asked, rarity, sizes.documents);
		const nearest = new Float64Array(sizes.documents);
		for (const [at, { document }] of units.entries()) {
			nearest[document] = Math.max(nearest[document] ?? 0, (products[at] ?? 0) / length);
		}
		return nearest;
	};
}

function productsOf(
	query: ReadonlyMap<number, number>,
	table: Table,
	rarity: Float64Array,
	units: number,
): Float64Array {
	const products = new Float64Array(units);
	for (const [term, count] of query) {
		const weight = weightOf(count, rarity[term]);
		const end = table.starts[term + 1] ?? 0;
		for (let at = table.starts[term] ?? end; at < end; at++) {
			const unit = table.units[at] ?? 0;
			products[unit] = (products[unit] ?? 0) + weight * (table.weights[at] ?? 0);
		}
	}
	return products;
}

function tableOf(units: readonly Unit[], lengths: readonly number[], rarity: Float64Array): Table {
	const starts = startsOf(units, rarity.length);
	const next = starts.slice();
	const total = starts[rarity.length] ?? 0;
	const table = { starts, units: new Int32Array(total), weights: new Float32Array(total) };
	for (const [unit, { terms, counts }] of units.entries()) {
		for (const [i, term] of terms.entries()) {
			const at = next[term] ?? 0;
			next[term] = at + 1;
			table.units[at] = unit;
			table.weights[at] = weightOf(counts[i], rarity[term]) / (lengths[unit] ?? 1);
		}
	}
	return table;
}

function startsOf(units: readonly Unit[], terms: number): Int32Array {
	const starts = new Int32Array(terms + 1);
	for (const unit of units) for (const term of unit.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
	for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
	return starts;
}

/** The fewer documents have it, the more a term says. Units of one document stand together. */
function raritiesOf(units: readonly Unit[], { documents, terms }: Sizes): Float64Array {
	const holders = new Float64Array(terms);
	const lastHolder = new Int32Array(terms).fill(-1);
	for (const { document, terms: own } of units) {
		for (const term of own) {
			if (lastHolder[term] === document) continue;
			lastHolder[term] = document;
			holders[term] = (holders[term] ?? 0) + 1;
		}
	}
	return holders.map((held) => rarityOf(held, documents));
}

function rarityOf(held: number, documents: number): number {
	return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
}

function lengthOf({ terms, counts }: Columns, rarity: Float64Array, documents: number): number {
	let squares = 0;
	for (let i = 0; i < terms.length; i++)
		squares += weightOf(counts[i], rarity[terms[i] ?? -1] ?? rarityOf(0, documents)) ** 2;
	return Math.sqrt(squares) || 1;
}

function weightOf(count = 1, rarity = 0): number {
	return (1 + Math.log(Math.max(count, 0.4))) * rarity;
}
