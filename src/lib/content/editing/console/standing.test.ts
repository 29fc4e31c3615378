import { expect, test } from 'vitest';
import { type Brief, publicNow, standingOf } from './standing.ts';

const now = new Date('2026-11-22T10:00:00Z');
const brief = (more: Partial<Brief> = {}): Brief => ({
	...{ id: '7', lang: 'fi', number: 2, origin: 'editor', author: 'Pavel', note: '', scope: 'major' },
	...{ madeAt: now, requestedAt: null, verdict: null, ...more },
});
const publication = (revision: string | null, startsAt: string) => ({
	lang: 'fi',
	revision,
	startsAt: new Date(startsAt),
});

test.each([
	['draft', brief(), []],
	['waiting', brief({ requestedAt: now }), []],
	['returned', brief({ requestedAt: now, verdict: 'returned' }), []],
	['approved', brief({ verdict: 'approved' }), [publication('6', '2026-11-01')]],
	['scheduled', brief({ verdict: 'approved' }), [publication('7', '2026-12-01'), publication('6', '2026-11-01')]],
	['public', brief({ verdict: 'approved' }), [publication('8', '2026-12-01'), publication('7', '2026-11-01')]],
] as const)('a text is %s', (standing, text, publications) => {
	expect(standingOf(text, publications, now)).toBe(standing);
});

test('what was withdrawn is not public', () => {
	expect(publicNow([publication(null, '2026-11-02'), publication('7', '2026-11-01')], 'fi', now)).toBeUndefined();
});
