import { expect, test } from 'vitest';
import { type HourEntry, isWrittenAnew } from './entry.ts';

const entry: HourEntry = {
	...{ id: 'a', accountId: 'her', organisationId: 'demo-kuopio', day: '2026-03-04', work: 'chat', assignmentId: null },
	...{ quarters: 8, state: 'rejected', reason: 'length', proposedQuarters: 6, projectId: null, planLine: null },
	...{ factId: null, linkMadeBy: null },
};

test('what was not confirmed is written anew once another entry of that day and work stands', () => {
	const anew = { ...entry, id: 'b', reason: null };
	const isAnew = (other: Partial<HourEntry>): boolean => isWrittenAnew(entry, [entry, { ...anew, ...other }]);
	expect([isAnew({ state: 'reported' }), isAnew({ state: 'confirmed' })]).toEqual([true, true]);
	expect([isAnew({ state: 'withdrawn' }), isAnew({ state: 'rejected' })]).toEqual([false, false]);
	expect([isAnew({ state: 'reported', day: '2026-03-05' }), isAnew({ state: 'reported', work: 'phone' })]).toEqual([
		...[false, false],
	]);
});
