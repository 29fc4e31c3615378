/** The door of the ledger for pure code and the browser: the codes and shapes of facts, and quantities of one unit. */
export {
	type Basis,
	type Channel,
	type Count,
	type Dimension,
	DIMENSIONS,
	type FactFilter,
	type Form,
	type ListedFact,
	type Part,
	type PartDimension,
} from './fact.ts';
export { add, type Counted, numberOf, of, type Quantity, quantity, sum, type Unit, UNITS } from './quantity.ts';
