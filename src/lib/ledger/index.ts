/** The door of the ledger for pure code and the browser: the codes and shapes of facts. */
export {
	type Count,
	type Dimension,
	DIMENSIONS,
	type FactFilter,
	type Form,
	type ListedFact,
	type Unit,
	UNITS,
} from './fact.ts';
