import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MODES, OCCURRENCE_STATES } from '../event.ts';
import { datesByLine, type ReportedDate } from './dates.ts';

const date: fc.Arbitrary<ReportedDate> = fc.record({
	id: fc.uuid(),
	planLine: fc.constantFrom('club', 'kela', null),
	plannedDay: fc.constantFrom('2026-01-13', '2026-02-10'),
	state: fc.constantFrom(...OCCURRENCE_STATES),
	isOver: fc.boolean(),
	plannedMode: fc.constantFrom(...MODES),
	mode: fc.constantFrom(...MODES),
	isElsewhere: fc.boolean(),
	cause: fc.constant(null),
	reason: fc.constant(null),
	replacedByLine: fc.constant(null),
	replacedByNames: fc.constant(null),
	replacedByDay: fc.constant(null),
});

test('what became of the dates of a line makes up what was planned, and no line loses one', () => {
	fc.assert(
		fc.property(fc.array(date), (dates) => {
			const lines = datesByLine(dates);
			expect(lines.reduce((all, { planned }) => all + planned, 0)).toBe(dates.length);
			for (const one of lines) {
				const { planned, held, cancelled, replaced, notClosed, toCome } = one;
				expect(held + cancelled + replaced + notClosed + toCome).toBe(planned);
				expect(one.heldInOtherForm + one.heldElsewhere).toBeLessThanOrEqual(held);
				expect(one.fellOut).toHaveLength(cancelled + replaced);
			}
		}),
	);
});
