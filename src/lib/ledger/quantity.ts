/**
 * What is counted. Units are never added to each other: a `visit` is a head that was counted, a `participant` somebody
 * whom a fund counts by its own rules.
 */
export const UNITS = ['contact', 'session', 'visit', 'participant', 'download', 'hour'] as const;
export type Unit = (typeof UNITS)[number];

/** What is computed and never recorded: how many different people the visits may have been. */
export type Counted = Unit | 'uniquePersonEstimate';

declare const amount: unique symbol;
/** A number that cannot be reckoned with: `+` on it does not compile. `numberOf` gives it out to be shown. */
export type Amount<U extends Counted> = { readonly [amount]: U };

/** So many of one unit. A visit and a contact are never added to each other: that does not compile, nor does it run. */
export type Quantity<U extends Counted = Counted> = { readonly unit: U; readonly quantity: Amount<U> };

export function quantity<U extends Counted>(unit: U, number: number): Quantity<U> {
	const isSo = Number.isInteger(unit === 'hour' ? number * QUARTERS : number);
	if (!isSo) throw new Error(`${number} ${unit} is not a whole number${unit === 'hour' ? ' of quarters' : ''}`);
	return { unit, quantity: amountOf(number) };
}

export function add<U extends Counted>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
	if (a.unit !== b.unit) throw new Error(`${a.unit} and ${b.unit} are never added`);
	return quantity(a.unit, numberOf(a) + numberOf(b));
}

/** Of one unit, named: what is counted in another one is refused. */
export function sum<U extends Counted>(unit: U, all: readonly Quantity<NoInfer<U>>[]): Quantity<U> {
	return all.reduce((whole, one) => add(whole, one), quantity(unit, 0));
}

/** Those counted in one unit. */
export function of<U extends Counted, One extends { readonly unit: Counted }>(
	unit: U,
	all: readonly One[],
): (One & Quantity<U>)[] {
	return all.filter((one): one is One & Quantity<U> => one.unit === unit);
}

/** Half-open arithmetic ends here: for showing, comparing, drawing. */
export function numberOf({ quantity: inside }: Pick<Quantity, 'quantity'>): number {
	return inside as unknown as number;
}

/** Of an hour, the one unit that has parts. A binary number holds quarters exactly, and so any sum of them. */
const QUARTERS = 4;

const amountOf = <U extends Counted>(number: number): Amount<U> => number as unknown as Amount<U>;
