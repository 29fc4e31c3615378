import { afterAll, expect, test } from 'vitest';
import { turnClock } from '#lib/platform/clock.ts';
import { Absence } from './absence.ts';

let now = 1_000_000;
const back = turnClock(() => now);
afterAll(back);
const minutes = (count: number): void => void (now += count * 60_000);

test('a line that breaks for a moment is not spoken of', () => {
	const absence = new Absence(3);
	absence.lost();
	now += 20_000;
	absence.returned();
	expect([absence.until, absence.away, absence.wasTooLong]).toEqual([null, null, false]);
});

test('while she is away she sees until when her conversations wait, counted from what she heard last', () => {
	const absence = new Absence(3);
	absence.heard();
	const heard = now;
	minutes(1);
	absence.lost();
	minutes(1);
	absence.lost();
	expect(absence.until).toBe(heard + 3 * 60_000);
});

test('who comes back in time is told how long it was; who comes back too late, that it was too long', () => {
	const absence = new Absence(3);
	minutes(2);
	absence.returned();
	expect([absence.away, absence.wasTooLong]).toEqual([2, false]);
	minutes(4);
	absence.returned();
	expect([absence.away, absence.wasTooLong]).toEqual([4, true]);
	minutes(1);
	expect(absence.wasTooLong).toBe(false);
});
