import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from './next.ts';

test.each([
	['/staff/accounts', '/staff/accounts'],
	['/staff/projects/one?line=chat', '/staff/projects/one?line=chat'],
	['/staff', '/staff'],
	[null, '/staff'],
	['https://elsewhere.example/staff', '/staff'],
	['//elsewhere.example/staff', '/staff'],
	['/\\elsewhere.example/staff', '/staff'],
	['/staff/../ru/chat', '/staff'],
	['/staff/..//elsewhere.example', '/staff'],
	['/staffroom', '/staff'],
	['/staff/sign-out', '/staff'],
	['/staff/sign-in?next=/staff/sign-in', '/staff'],
	['javascript:alert(1)', '/staff'],
])('%s leads to %s', (wanted, expected) => {
	expect(safeNext(wanted)).toBe(expected);
});

test('whatever the link says, the way stays on this site and in the console', () => {
	const part = fc.constantFrom(
		'/',
		'//',
		'\\',
		'staff',
		'..',
		'.',
		'@',
		':',
		'https:',
		'x.example',
		'?',
		'#',
		'%2f',
		'\t',
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
			const next = new URL(safeNext(parts.join('')), 'https://silta.example');
			expect(next.origin).toBe('https://silta.example');
			expect(next.pathname).toMatch(/^\/staff(\/|$)/);
		}),
	);
});
