import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf, sameSigns, SHORTEST_PASSWORD } from './password.ts';

const names = ['irina.k', 'Ирина К'];

test.each([
	['short', 'too-short'],
	['яблоко-гром', 'too-short'],
	['x'.repeat(201), 'too-long'],
	['passwordpassword', 'common'],
	['Salasana2026!', 'common'],
	['Пароль123456', 'common'],
	['QWERTYUIOP123', 'common'],
	['poiuytrewq!!!', 'common'],
	['йцукенгшщзхъ', 'common'],
	['123456789012', 'common'],
	['040 123 4567 890', 'common'],
	['aaaaaaaaaaaab', 'common'],
	['Irina.K-1960-!', 'is-name'],
	['Ирина К. 123456', 'is-name'],
])('%s is refused as %s', (password, fault) => {
	expect(faultOf(password, names)).toBe(fault);
});

const GOOD = ['сирень под окном', 'kolme vihreää omenaa', 'xK4-pTq9-mmZ2', '👋🏽🌲🌊 lake bridge oar'];
test.each(GOOD)('%s is accepted', (password) => {
	expect(faultOf(password, names)).toBeNull();
});

test('length is counted in signs that people see as letters, not in units of the machine', () => {
	expect(faultOf('🌲'.repeat(SHORTEST_PASSWORD - 1), names)).toBe('too-short');
});

test('no password that contains nothing but a name and digits is accepted', () => {
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.integer({ min: 0, max: 999_999_999 }), (name, digits) => {
			expect(faultOf(`${name}${digits}${name.length < 9 ? '000000000' : ''}`, names)).not.toBeNull();
		}),
	);
});

test('the same letters typed on two keyboards are the same password', () => {
	expect(sameSigns('и\u0306')).toBe(sameSigns('й'));
});
