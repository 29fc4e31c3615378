import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { LinkActor } from '#lib/identity/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { refused } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { assignments } from '../shifts/store.server.ts';
import { bandOfMonth, hoursOf } from './own.server.ts';
import { logHours, withdrawHours } from './log.server.ts';
import { logged, typed } from './testing.ts';

const at = onGround();

const wrong = (field: string, why: string) => refused('malformed', { [field]: why });

test('hours are written down in quarters; what was begun counts', async () => {
	const her = await buildVolunteer();
	const said = { '1:30': 6, ':1': 1, '2:': 8, '0:46': 4 };
	for (const [time, quarters] of Object.entries(said)) {
		const [hours = '', minutes = ''] = time.split(':');
		expect(await logHours(typed({ hours, minutes }), her)).toMatchObject({ quarters });
	}
	const { entries, months } = await hoursOf(at.ground.db, her, today(-1).slice(0, 4));
	expect(entries.map(({ quarters }) => quarters).sort((a, b) => a - b)).toEqual([1, 4, 6, 8]);
	expect(months.find(({ month }) => month === today(-1).slice(0, 7))).toMatchObject({ reported: 19, confirmed: 0 });
});

test('the same form is one entry, also when it is sent twice at once, and also after it was taken back', async () => {
	const her = await buildVolunteer();
	const same = typed();
	const answers = await Promise.all([1, 2, 3].map(() => logHours(same, her)));
	expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	const { entries } = await hoursOf(at.ground.db, her, today(-1).slice(0, 4));
	expect(entries).toHaveLength(1);
	await withdrawHours({ id: entries[0]?.id }, her);
	await logHours(same, her);
	expect((await hoursOf(at.ground.db, her, today(-1).slice(0, 4))).entries).toEqual([]);
	const other = await buildVolunteer();
	expect(await logHours(same, other)).toEqual(wrong('clientId', 'key'));
});

test('not in the future, not older than a year, not nothing, not more than a day has', async () => {
	const her = await buildVolunteer();
	expect(await logHours(typed({ day: today(1) }), her)).toEqual(wrong('day', 'future'));
	expect(await logHours(typed({ day: today(-366) }), her)).toEqual(wrong('day', 'old'));
	expect(await logHours(typed({ day: today(-365) }), her)).toMatchObject({ quarters: 6 });
	expect(await logHours(typed({ day: '2026-02-31' }), her)).toEqual(wrong('day', 'day'));
	expect(await logHours(typed({ hours: '', minutes: '' }), her)).toEqual(wrong('hours', 'hours'));
	expect(await logHours(typed({ hours: '25', minutes: '' }), her)).toEqual(wrong('hours', 'too-many'));
	expect(await logHours(typed({ minutes: '75' }), her)).toEqual(wrong('minutes', 'minutes'));
	expect(await logHours(typed({ hours: '22', minutes: '30' }), her)).toMatchObject({ quarters: 90 });
	expect(await logHours(typed({ hours: '1', minutes: '31' }), her)).toEqual(wrong('hours', 'too-many'));
	expect(await logHours(typed(), her)).toMatchObject({ quarters: 6 });
});

test('two forms at once do not make a day of more than 24 hours', async () => {
	const her = await buildVolunteer();
	await Promise.all([1, 2, 3, 4].map(() => logHours(typed({ hours: '9', minutes: '' }), her)));
	const { entries } = await hoursOf(at.ground.db, her, today(-1).slice(0, 4));
	expect(entries).toHaveLength(2);
});

test('whoever comes by her link writes down and takes back her own, and nothing of others', async () => {
	const { id, chosenName, language, memberships } = await buildVolunteer();
	const byLink: LinkActor = { kind: 'link', id, chosenName, language, memberships };
	const own = await logged(byLink);
	expect((await hoursOf(at.ground.db, byLink, today(-1).slice(0, 4))).entries).toMatchObject([{ id: own }]);
	const others = await logged(await buildVolunteer());
	expect(await withdrawHours({ id: others }, byLink)).toEqual(refused('missing'));
	expect(await withdrawHours({ id: own }, byLink)).toEqual({ id: own });
});

test('an adviser who writes down hours for the first time is there from then on', async () => {
	const her = await buildStaff('adviser');
	const before = await bandOfMonth(at.ground.db, her);
	expect(before).toMatchObject({ leastMinutes: 120, mostMinutes: 300, done: 0, toCome: 0, state: 'below' });
	await logged(her, { day: today() });
	expect(await bandOfMonth(at.ground.db, her)).toMatchObject({ done: 90 });
	expect(await bandOfMonth(at.ground.db, await buildStaff('editor'))).toBeNull();
});

test('the month in sight: what was done and what she has taken, not what was withdrawn', async () => {
	const her = await buildVolunteer();
	const shift = await buildShift({ day: today(), startsAt: hence(1), endsAt: hence(3) });
	const row = { id: newId(), shiftId: shift.id, accountId: her.id, byWay: 'self', offeredUntil: null } as const;
	await assignments(at.ground.db).add({ ...row, state: 'taken' }, now());
	await logged(her, { day: today(), hours: '0', minutes: '45' });
	const gone = await logged(her, { day: today() });
	await withdrawHours({ id: gone }, her);
	expect(await bandOfMonth(at.ground.db, her)).toEqual({
		...{ month: today().slice(0, 7), leastMinutes: 120, mostMinutes: 300, done: 45, toCome: 120, state: 'within' },
	});
});

const hence = (hours: number): Date => new Date(instant() + hours * 3_600_000);
