import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt } from '#lib/platform/clock.ts';
import type { Volunteer } from '../people/volunteer.ts';
import type { Assignment } from '../shifts/shift.ts';
import { type Block, plotOf } from './plot.ts';
import { daysFrom, endingSoon, forgotten, mondayOf, uncoveredMinutes, weekShift } from './week.ts';

const shift = {
	...{ id: 's', organisationId: 'near', occurrenceId: null, deskId: 'desk', placeId: null, work: 'chat' },
	...{ day: '2026-03-31', startsAt: instantAt('2026-03-31', '16:00'), endsAt: instantAt('2026-03-31', '19:00') },
	...{ places: 2, languages: [], qualifications: [], signUp: 'open', state: 'planned', names: {}, place: null },
} satisfies Parameters<typeof weekShift>[0];
const assigned = (accountId: string, state: Assignment['state']): Assignment => ({
	...{ id: accountId, shiftId: 's', accountId, state, byWay: 'self', offeredUntil: null },
	...{ madeAt: new Date(0), changedAt: new Date(0) },
});
const read = (at: string, all: readonly Assignment[]) => ({
	...{ at: instantAt(at, '12:00'), assignments: all, chosenNames: new Map([['vera', 'Vera']]) },
	known: new Map([['vera', ['chat']]]),
});

test('a shift shows who is there, and how many are missing while somebody can still come', () => {
	const all = [assigned('vera', 'taken'), assigned('olga', 'offered'), assigned('anna', 'declined')];
	const shown = weekShift(shift, read('2026-03-30', all));
	expect(shown).toMatchObject({ starts: '16:00', ends: '19:00', open: 1, waiting: 1, people: [{ name: 'Vera' }] });
	expect(uncoveredMinutes([shown, { open: 2, minutes: 60 }])).toBe(300);
	expect(weekShift(shift, read('2026-04-01', all)).open).toBe(0);
});

test('a newcomer with nobody experienced beside her is seen, until it begins', () => {
	const alone = (at: string, all: readonly Assignment[]) => weekShift(shift, read(at, all)).lacksExperience;
	expect(alone('2026-03-30', [assigned('nina', 'taken'), assigned('vera', 'offered')])).toBe(true);
	expect(alone('2026-03-30', [assigned('nina', 'taken'), assigned('vera', 'taken')])).toBe(false);
	expect(alone('2026-03-30', [])).toBe(false);
	expect(alone('2026-04-01', [assigned('nina', 'done')])).toBe(false);
});

test('what is over with nobody there is not shown as covered', () => {
	const shown = weekShift(shift, read('2026-04-01', []));
	expect(plotOf([shown], daysFrom('2026-03-30'))?.blocks).toMatchObject([{ cover: 'empty', taken: 0, places: 2 }]);
});

test('a night shift is drawn to the end of its day', () => {
	const night = { ...shift, endsAt: instantAt('2026-04-01', '01:00') };
	expect(weekShift(night, read('2026-03-30', []))).toMatchObject({ ends: '24:00', minutes: 540 });
});

const vera = {
	...{ id: 'vera', chosenName: 'Vera', organisationId: 'near', state: 'active', pausedUntil: null, languages: [] },
	...{ works: [], knownWorks: [], free: [], absences: [], placeIds: [], isRemote: true, leastMinutes: 0 },
	...{ mostMinutes: 0, qualifications: [], pledgeUntil: '2026-04-20', since: '2025-01-01', askedAt: null },
} satisfies Volunteer & { chosenName: string; since: string; askedAt: Date | null };

test('what ends within a month is told, also what has ended, of those who help', () => {
	const held = { code: 'chat', grantedOn: '2025-03-01', expiresOn: '2026-03-29', revokedOn: null } as const;
	const people = [{ ...vera, qualifications: [held] }];
	const [chat, pledge] = endingSoon(people, '2026-03-30');
	expect(chat).toMatchObject({ what: 'chat', day: '2026-03-28', isOver: true });
	expect(pledge).toMatchObject({ what: 'pledge', day: '2026-04-20', isOver: false });
	expect(endingSoon(people, '2026-02-01')).toEqual([]);
	expect(endingSoon([{ ...vera, state: 'left' as const }], '2026-04-01')).toEqual([]);
});

test('whoever has heard nothing for eight weeks is not forgotten', () => {
	const names = (last: string | null, asked: string | null) =>
		forgotten(
			[{ ...vera, askedAt: asked ? instantAt(asked, '10:00') : null }],
			new Map(last ? [['vera', instantAt(last, '10:00')]] : []),
			'2026-03-30',
		).map(({ lastDay }) => lastDay);
	expect(names(null, null)).toEqual([null]);
	expect(names('2026-01-10', '2026-01-20')).toEqual(['2026-01-20']);
	expect(names('2026-03-10', '2025-01-20')).toEqual([]);
	expect(names(null, '2026-03-20')).toEqual([]);
});

test('a week begins on its Monday', () => {
	expect(mondayOf('2026-04-05')).toBe('2026-03-30');
	expect(daysFrom('2026-03-30').at(-1)).toBe('2026-04-05');
});

const time = (quarters: number): string =>
	`${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const planned = fc
	.record({
		day: fc.nat(6),
		from: fc.nat(90),
		quarters: fc.integer({ min: 1, max: 6 }),
		places: fc.integer({ min: 1, max: 2 }),
	})
	.map(({ day, from, quarters, places }) => ({
		...{ day: daysFrom('2026-03-30')[day] ?? '', starts: time(from), ends: time(from + quarters), places, people: [] },
	}));
const covers = (a: Block, b: Block): boolean =>
	a.x < b.x + b.width - 1e-9 && b.x < a.x + a.width - 1e-9 && a.y < b.y + b.height && b.y < a.y + a.height;

test('no block covers another one, and each lies within its day', () => {
	fc.assert(
		fc.property(fc.array(planned, { minLength: 1, maxLength: 12 }), (all) => {
			const plot = plotOf(
				all.map((one, at) => ({ ...one, id: String(at) })),
				daysFrom('2026-03-30'),
			);
			if (!plot) throw new Error('nothing was drawn');
			expect(plot.blocks).toHaveLength(all.length);
			for (const [at, block] of plot.blocks.entries()) {
				expect(plot.blocks.slice(at + 1).some((other) => covers(block, other))).toBe(false);
				const column = plot.days.findLast(({ x }) => x <= block.x);
				expect(column?.day).toBe(all[Number(block.id)]?.day);
				expect(block.y + block.height).toBeLessThanOrEqual(plot.height);
			}
		}),
	);
	expect(plotOf([], [])).toBeNull();
});
