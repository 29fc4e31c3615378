import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeCode, groupedCode, hasRightCheck, readCode } from './returnCode.ts';

const first19 = fc
	.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 })
	.map((digits) => digits.join(''));

test('every code made has a right check and reads back from its groups', () => {
	fc.assert(
		fc.property(first19, (digits) => {
			const code = completeCode(digits);
			return hasRightCheck(code) && readCode(groupedCode(code)) === code && groupedCode(code).length === 24;
		}),
	);
});

test('one wrong digit is always found, and two neighbours changed round nearly always', () => {
	fc.assert(
		fc.property(first19, fc.nat(19), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
			const code = completeCode(digits);
			const wrong = code.slice(0, place) + ((Number(code[place]) + shift) % 10) + code.slice(place + 1);
			return !hasRightCheck(wrong);
		}),
	);
});

test('dashes, odd spaces, full-width and Arabic digits are read', () => {
	const code = completeCode('1234567890123456789');
	expect(readCode(groupedCode(code).replaceAll(' ', ' – '))).toBe(code);
	expect(readCode([...code].map((d) => String.fromCodePoint(0xff10 + Number(d))).join(''))).toBe(code);
	expect(readCode([...code].map((d) => String.fromCodePoint(0x0660 + Number(d))).join(''))).toBe(code);
});

test('what is no code is none', () => {
	for (const typed of ['', '1234', `${completeCode('1234567890123456789')}1`, 'abcd efgh', '１２３'])
		expect(readCode(typed)).toBeNull();
});
