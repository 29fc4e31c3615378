import { expect, it } from 'vitest';
import { deskSaid } from './desk.ts';

const keys = (key: string, values: Record<string, string | number> = {}) =>
	key === 'site.when.locale' ? 'fi' : [key, ...Object.values(values)].join(' ');

it('says until when somebody answers', () => {
	expect(deskSaid(keys, { open: true, closes: '19:00', opens: null })).toBe('site.ask.openUntil 19.00');
});

it('says only that somebody answers when the end is not known', () => {
	expect(deskSaid(keys, { open: true, closes: null, opens: null })).toBe('site.ask.open');
});

it('says from when somebody answers', () => {
	const opens = { day: '2026-11-23', time: '16:00', inDays: 0 };
	expect(deskSaid(keys, { open: false, opens })).toBe('site.ask.opens site.when.at tänään 16.00');
});

it('asks to leave the question when no opening is known', () => {
	expect(deskSaid(keys, { open: false, opens: null })).toBe('site.ask.closed');
});

it('says that nobody has come, and never that somebody is there', () => {
	expect(deskSaid(keys, { open: false, lacks: 'helper', since: '10:00', closes: '13:00', opens: null })).toBe(
		'site.ask.expected 10.00',
	);
	expect(deskSaid(keys, { open: false, lacks: 'helper', since: null, opens: null })).toBe('site.ask.nobody');
});

it('says that all are busy, and how many are before her', () => {
	const full = { open: false, lacks: 'room', closes: '13:00', opens: null } as const;
	expect(deskSaid(keys, { ...full, waiting: 2 })).toBe('site.ask.full 2');
	expect(deskSaid(keys, { ...full, waiting: 0 })).toBe('site.ask.busy');
});
