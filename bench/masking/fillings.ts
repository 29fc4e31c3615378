import type { Dice } from './random.ts';

/** A harmless number for a place in a line of `harmless.ts`. */
export function fill(slot: string, dice: Dice): string {
	const make = slots[slot];
	if (!make) throw new Error(`No filling for {${slot}}`);
	return make(dice);
}

const slots: Record<string, (dice: Dice) => string> = {
	phone: (d) =>
		d.pick([
			`040 ${d.digits(3)} ${d.digits(4)}`,
			`+358 ${d.pick(['40', '50', '44'])} ${d.digits(7)}`,
			`+358${d.pick(['40', '50'])}${d.digits(7)}`,
			`0295 ${d.digits(3)} ${d.digits(3)}`,
			`0295 ${d.digits(3)}`,
			`017 ${d.digits(3)} ${d.digits(3)}`,
			`050-${d.digits(7)}`,
			`044${d.digits(7)}`,
			`09 310 ${d.digits(5)}`,
			`8 9${d.digits(2)} ${d.digits(3)}-${d.digits(2)}-${d.digits(2)}`,
			`+7 9${d.digits(2)} ${d.digits(3)} ${d.digits(2)} ${d.digits(2)}`,
			'116117',
		]),
	date: (d) =>
		d.pick([
			`${d.between(1, 28)}.${d.between(1, 12)}.20${d.between(10, 29)}`,
			`20${d.between(10, 29)}-0${d.between(1, 9)}-1${d.digits(1)}`,
		]),
	time: (d) => `${d.between(8, 20)}${d.pick([':', '.'])}${d.between(10, 59)}`,
	sum: (d) =>
		d.pick([
			String(d.between(10, 20_000)),
			`${d.between(1, 99)} ${d.digits(3)}`,
			`${d.between(5, 999)},${d.digits(2)}`,
		]),
	postal: (d) => `${d.between(0, 9)}${d.digits(3)}0`,
	year: (d) => String(d.between(1950, 2026)),
	order: (d) => d.pick([d.digits(8), d.digits(16), d.digits(12), `1${d.digits(9)}`]),
	ytunnus: (d) => `${d.digits(7)}-${d.digits(1)}`,
	diary: (d) =>
		d.pick([`KELA/${d.digits(4)}/20${d.between(10, 29)}`, `${d.digits(3)}/${d.digits(2)}.01/20${d.between(10, 29)}`]),
	form: (d) => d.pick(['VAL 3', 'KT 1', 'Y 121', 'EV 226', 'SV 6']),
	address: (d) =>
		`${d.pick(['Puijonkatu', 'Mannerheimintie', 'Kauppakatu'])} ${d.between(1, 150)} ${d.pick(['A', 'B', 'C'])} ${d.between(1, 99)}`,
	count: (d) => String(d.between(2, 40)),
	ean: (d) => `64${d.digits(11)}`,
	project: (d) => `S${d.between(20000, 29999)}`,
	version: (d) => `${d.between(1, 20)}.${d.between(0, 9)}.${d.between(0, 30)}`,
};
