import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

test('one field takes a mailbox or a number, in any spelling', () => {
	expect(readAddress(' Anna.K@Example.org ')).toEqual({ kind: 'email', address: 'anna.k@example.org' });
	expect(readAddress('040 123 4567')).toEqual({ kind: 'sms', address: '+358401234567' });
	expect(readAddress('8 (921) 123-45-67')).toEqual({ kind: 'sms', address: '+79211234567' });
});

test.each([
	['anna@', 'email'],
	['anna@localhost', 'email'],
	['anna@example.org, boris@example.org', 'email'],
	['anna@example.org\r\nBcc: all@example.org', 'email'],
	['', 'number'],
	['040', 'number'],
	['0600 12345', 'number'],
	['почта', 'number'],
])('«%s» is neither, and what was meant is told', (typed, wrong) => {
	expect(readAddress(typed)).toEqual({ wrong });
});
