import { expect, test } from 'vitest';
import fc from 'fast-check';
import { endOfNumber, readNumber, saidNumber } from './number.ts';

const read = (typed: string): string => {
	const found = readNumber(typed);
	return 'number' in found ? found.number : found.wrong;
};

test('a Finnish number in any spelling is one number', () => {
	const spellings = [
		...['0401234567', '040 123 4567', '040-1234567', '+358401234567', '+358 40 123 4567', '00358 40 1234567'],
		...['+358 (0)40 123 4567', '+358 040 1234567', '358401234567', '40 1234567', 'tel:+358401234567'],
		...['(040) 123.4567', '٠٤٠ ١٢٣ ٤٥٦٧', '０４０１２３４５６７', '\u202d040 123 4567\u202c', '040–123–4567'],
	];
	expect(spellings.map(read)).toEqual(spellings.map(() => '+358401234567'));
});

test('numbers of other countries are taken, the Russian ones as people at home write them, too', () => {
	expect(read('8 (921) 555-01-23')).toBe('+79215550123');
	expect(read('+7 921 555 01 23')).toBe('+79215550123');
	expect(read('79215550123')).toBe('+79215550123');
	expect(read('+372 5555 1234')).toBe('+37255551234');
	expect(read('0046 70 123 45 67')).toBe('+46701234567');
});

test('what is no number says why', () => {
	expect(read('  ')).toBe('empty');
	expect(read('мой номер прежний')).toBe('letters');
	expect(read('040 123 456x')).toBe('letters');
	expect(read('112')).toBe('length');
	expect(read('040 12')).toBe('length');
	expect(read('+7 921 555 01')).toBe('length');
	expect(read(`+358${'4'.repeat(13)}`)).toBe('length');
	expect(read('23456789')).toBe('country');
	expect(read('+0401234567')).toBe('country');
});

test('numbers that cost whoever calls them are not called', () => {
	expect(['0600 12345', '+358700123456', '+881 6 1234 5678', '+8819876543210'].map(read)).toEqual(
		new Array(4).fill('costly'),
	);
	expect(read('0300 123456')).toBe('+358300123456');
});

test('whatever is read is read again as itself, and says its end', () => {
	const typed = fc.string({ unit: fc.constantFrom(...'0123456789+-() .'), maxLength: 20 });
	fc.assert(
		fc.property(typed, (text) => {
			const found = readNumber(text);
			if (!('number' in found)) return;
			expect(found.number).toMatch(/^\+[1-9]\d{6,14}$/);
			expect(read(saidNumber(found.number))).toBe(found.number);
			expect(found.number.endsWith(endOfNumber(found.number))).toBe(true);
		}),
	);
});
