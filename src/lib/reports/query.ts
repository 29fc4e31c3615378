import { DIMENSIONS, type FactFilter, UNITS } from '#lib/ledger/index.ts';

/** Which figure an address names: `?unit=contact&topic=health`; an empty code means facts without one. */
export function figureIn(query: URLSearchParams): Pick<FactFilter, 'unit' | 'where'> {
	const unit = UNITS.find((known) => known === query.get('unit'));
	const codes = DIMENSIONS.filter((dimension) => query.has(dimension));
	const where = Object.fromEntries(codes.map((dimension) => [dimension, query.get(dimension) || null]));
	return unit ? { unit, where } : { where };
}
