import { expect, test } from 'vitest';
import { expectedWait, goesOnIn } from './conversation.ts';

test('a wait is promised only when somebody is there and there is something to judge by', () => {
	expect(expectedWait(1, 0, [1, 2, 3, 4, 5])).toBeNull();
	expect(expectedWait(1, 1, [1, 2, 3, 4])).toBeNull();
	expect(expectedWait(1, 1, [1, 2, 9, 4, 3])).toBe(3);
});

test('more people before her make it longer, more helpers shorter, and it is never less than a minute', () => {
	expect(expectedWait(4, 1, [5, 5, 5, 5, 5])).toBe(20);
	expect(expectedWait(4, 2, [5, 5, 5, 5, 5])).toBe(10);
	expect(expectedWait(1, 3, [0, 0, 0, 0, 0])).toBe(1);
});

test('she goes on in her newest conversation, unless it has ended at another organisation than her case', () => {
	const at = (organisationId: string, endedAt: Date | null) =>
		goesOnIn({ organisationId: 'home' }, { organisationId, endedAt });
	expect(goesOnIn({ organisationId: 'home' }, null)).toBe(false);
	expect(at('home', null)).toBe(true);
	expect(at('home', new Date(0))).toBe(true);
	expect(at('elsewhere', null)).toBe(true);
	expect(at('elsewhere', new Date(0))).toBe(false);
});
