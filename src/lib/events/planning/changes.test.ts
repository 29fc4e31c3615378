import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantAt } from '#lib/platform/clock.ts';
import type { Occurrence, Series } from '../event.ts';
import { asPlanned, plannedOf } from '../series/asPlanned.ts';
import { daysOf, type Rule } from '../series/rule.ts';
import { type Along, askedAbout, type Changes, changesOf, type Edit, type Standing } from './changes.ts';

const LAST = '2026-06-30';
const TUESDAYS: Series = {
	...{ id: 'club', organisationId: 'near', activityId: 'club', partnerIds: [], audience: 'open', languages: ['ru'] },
	...{ names: { ru: 'Клуб' }, summary: {}, mode: 'on-site', placeId: 'library', link: null, starts: '12:00' },
	...{ rule: { kind: 'weekly', weekdays: [2], every: 1 }, from: '2026-01-13', until: '2026-06-16', times: null },
	...{ skip: { holidays: true, spans: [] }, takesRegistration: true, capacity: 10, walkIn: 2, slotMinutes: null },
	...{ minutes: 120, zone: 'Europe/Helsinki', projectId: null, planLine: null, state: 'public', previousId: null },
	...{ revision: 1, changedAt: new Date(0) },
};

function rowOn(of: Series, day: string): Occurrence {
	const planned = asPlanned(of, day);
	return {
		...{ id: `row ${day}`, seriesId: of.id, originalDay: day, ...planned, planned: plannedOf(planned) },
		...{ names: null, notice: null, state: 'planned', cause: null, reason: null, replacedBy: null },
		...{ replacedByLine: null, detached: false, isFull: false, sequence: 0, changedAt: new Date(0) },
	};
}

const rows = daysOf(TUESDAYS, LAST).map((day) => rowOn(TUESDAYS, day));
const standing = (wanted: Partial<Standing> = {}): Standing => ({
	...{ rows, people: new Map(), inPlaceOf: new Map() },
	...wanted,
});
const edit = (wanted: Partial<Series>, more: Partial<Edit> = {}): Edit => ({
	...{ wanted: { ...TUESDAYS, ...wanted }, from: '2026-03-01', last: LAST, chosen: new Map(), cause: null },
	...{ at: instantAt('2026-02-20', '10:00'), ...more },
});
const wednesdays: Rule = { kind: 'weekly', weekdays: [3], every: 1 };
const on = (day: string): string => `row ${day}`;
const all = (along: Along): ReadonlyMap<string, Along> => new Map(rows.map(({ id }) => [id, along]));

/** The dates as they stand when it is done. */
function applied(was: Standing, { wanted }: Edit, changes: Changes): Standing {
	const gone = new Set(changes.removals.map(({ id }) => id));
	const after = new Map(changes.rewrites.map((one) => [one.before.id, one.after]));
	const stay = was.rows.filter(({ id }) => !gone.has(id)).map((row) => after.get(row.id) ?? row);
	const added = changes.additions.map((day) => rowOn(wanted, day));
	return { ...was, rows: [...stay, ...added], inPlaceOf: changes.inPlaceOf };
}

test('another place from March on: dates before stay, and what was planned stays on record', () => {
	const changes = changesOf(standing(), edit({ placeId: 'hall' }));
	expect(changes.rewrites).toHaveLength(16);
	expect(changes.rewrites.every(({ after }) => after.placeId === 'hall' && after.sequence === 1)).toBe(true);
	expect(changes.rewrites[0]?.after.planned.placeId).toBe('library');
	expect([changes.additions, changes.removals, changes.kept]).toEqual([[], [], []]);
});

test('three dates with fourteen people wait for her choice, and follow when she makes it', () => {
	const people = new Map([
		[on('2026-03-03'), 9],
		[on('2026-03-17'), 4],
		[on('2026-04-14'), 1],
		[on('2026-04-21'), 0],
	]);
	const left = changesOf(standing({ people }), edit({ placeId: 'hall' }));
	expect(askedAbout(left).map(({ people: seats }) => seats)).toEqual([9, 4, 1]);
	expect(left.kept.map(({ row, why }) => [row.originalDay, why])).toEqual([
		...[
			['2026-03-03', 'registered'],
			['2026-03-17', 'registered'],
			['2026-04-14', 'registered'],
		],
	]);
	const along = changesOf(standing({ people }), edit({ placeId: 'hall' }, { chosen: all('along') }));
	expect(along.kept).toEqual([]);
	expect(along.rewrites.find(({ before }) => before.id === on('2026-03-03'))?.people).toBe(9);
});

test('of two dates with people one goes along and the other stays, as was chosen for each', () => {
	const people = new Map([
		[on('2026-03-03'), 9],
		[on('2026-03-17'), 4],
	]);
	const chosen = new Map<string, Along>([
		[on('2026-03-03'), 'along'],
		[on('2026-03-17'), 'leave'],
	]);
	const { rewrites, kept } = changesOf(standing({ people }), edit({ placeId: 'hall' }, { chosen }));
	expect(rewrites.filter(({ people: seats }) => seats > 0).map(({ before }) => before.day)).toEqual(['2026-03-03']);
	expect(kept.map(({ row }) => row.day)).toEqual(['2026-03-17']);
});

test('a date with people takes the place of the new day in its week, whether it moves there or stays', () => {
	const people = new Map([[on('2026-03-03'), 5]]);
	const left = changesOf(standing({ people }), edit({ rule: wednesdays }));
	expect(left.additions).not.toContain('2026-03-04');
	expect(left.additions).toContain('2026-03-11');
	expect(left.kept[0]).toMatchObject({ why: 'registered', to: { day: '2026-03-04', originalDay: '2026-03-03' } });
	const along = changesOf(standing({ people }), edit({ rule: wednesdays }, { chosen: all('along') }));
	expect(along.rewrites.map(({ after }) => [after.originalDay, after.day])).toEqual([['2026-03-03', '2026-03-04']]);
	expect([...along.inPlaceOf]).toEqual([[on('2026-03-03'), '2026-03-04']]);
});

test('a date with people of which the new rule has nothing stays, and cannot be moved along', () => {
	const people = new Map([[on('2026-06-09'), 2]]);
	const short = edit({ until: '2026-05-31' }, { chosen: all('along') });
	const { kept, removals } = changesOf(standing({ people }), short);
	expect(kept.map(({ row, to }) => [row.originalDay, to])).toEqual([['2026-06-09', null]]);
	expect(removals.map(({ originalDay }) => originalDay)).toEqual(['2026-06-02', '2026-06-16']);
});

test('what was changed on its own, cancelled or has begun stays in any case', () => {
	const touched = rows.map((row): Occurrence => {
		if (row.originalDay === '2026-03-24') return { ...row, detached: true, day: '2026-03-26' };
		return row.originalDay === '2026-03-10' ? { ...row, state: 'cancelled', cause: 'staff' } : row;
	});
	const later = { at: instantAt('2026-03-17', '12:30'), chosen: all('along') };
	const { kept } = changesOf(standing({ rows: touched }), edit({ starts: '13:00' }, later));
	expect(kept.map(({ row, why }) => [row.originalDay, why])).toEqual([
		['2026-03-03', 'held'],
		['2026-03-10', 'held'],
		['2026-03-17', 'held'],
		['2026-03-24', 'detached'],
	]);
});

test('of a draft the plan itself is written anew', () => {
	const { rewrites } = changesOf(standing(), edit({ state: 'draft', starts: '14:00' }));
	expect(rewrites[0]?.after.planned.starts).toBe('14:00');
});

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
	fc.record({
		kind: fc.constant('weekly' as const),
		weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
		every: fc.constantFrom(1 as const, 2 as const, 4 as const),
	}),
	fc.record({
		kind: fc.constant('monthly' as const),
		nths: fc.constantFrom([1 as const], [2 as const, 4 as const], ['last' as const]),
		weekday: fc.integer({ min: 1, max: 7 }),
	}),
);
const anyEdit = fc.record({
	rule: anyRule,
	starts: fc.constantFrom('12:00', '15:00'),
	placeId: fc.constantFrom('library', 'hall'),
	from: fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-01-10', days)),
	until: fc.integer({ min: 121, max: 160 }).map((days) => addDays('2026-01-10', days)),
	chosen: fc
		.constantFrom(...rows.map(({ id }) => id))
		.chain((id) =>
			fc.constantFrom<ReadonlyMap<string, Along>>(new Map(), all('along'), new Map([[id, 'along']]), all('leave')),
		),
});
const anyPeople = fc.dictionary(fc.constantFrom(...rows.map(({ id }) => id)), fc.integer({ min: 0, max: 12 }));
const anyTouched = fc.uniqueArray(fc.constantFrom(...rows.map(({ id }) => id)), { maxLength: 5 });

test('after any edits dates keep their ids and days of origin, and nothing with people or a past moved unasked', () => {
	fc.assert(
		fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), anyPeople, anyTouched, (edits, people, touched) => {
			const of = (row: Occurrence): Occurrence => (touched.includes(row.id) ? { ...row, detached: true } : row);
			let now = standing({ rows: rows.map(of), people: new Map(Object.entries(people)) });
			for (const { chosen, from, ...wanted } of edits) {
				const asked = edit(wanted, { chosen, from });
				const changes = changesOf(now, asked);
				const after = applied(now, asked, changes);
				for (const { before, after: row } of changes.rewrites) {
					expect([row.id, row.originalDay, row.planned]).toEqual([before.id, before.originalDay, before.planned]);
					expect(before.detached || before.startsAt <= asked.at).toBe(false);
					if (chosen.get(before.id) !== 'along') expect(now.people.get(before.id) ?? 0).toBe(0);
				}
				for (const row of changes.removals) expect(now.people.has(row.id) || row.detached).toBe(false);
				expectOnePerDay(after, asked);
				const again = changesOf(after, asked);
				expect([again.rewrites, again.additions, again.removals]).toEqual([[], [], []]);
				now = after;
			}
		}),
		{ numRuns: 150 },
	);
});

/** Each day of the rule has one date of its own or one in its place. */
function expectOnePerDay({ rows: all, inPlaceOf }: Standing, { wanted, from, last }: Edit): void {
	const claimed = all.flatMap(({ id, originalDay }) => [
		originalDay,
		...(inPlaceOf.get(id) ? [inPlaceOf.get(id)] : []),
	]);
	for (const day of daysOf(wanted, last).filter((one) => one >= from)) {
		expect(claimed.filter((one) => one === day)).toHaveLength(1);
	}
}
