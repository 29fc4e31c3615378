import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { deleteOldMisses, missesToShow, noteMiss, settleMiss, writeMisses } from './misses.server.ts';

const at = onGround();
let time = Date.parse('2026-11-20T10:00:00Z');
let back = (): void => undefined;
let editor: StaffActor;
let funder: StaffActor;

beforeAll(async () => {
	[editor, funder] = [await person('editor'), await person('funder')];
});
beforeEach(() => {
	time = Date.parse('2026-11-20T10:00:00Z');
	back = turnClock(() => time);
});
afterEach(async () => {
	back();
	await at.ground.db.query('delete from search_misses');
	await at.ground.db.query('delete from settled_misses');
});

async function search(text: string, times: number, lang = 'ru'): Promise<void> {
	for (let i = 0; i < times; i += 1) noteMiss(text, lang);
	await writeMisses();
}
const shown = async () => (await missesToShow(at.ground.db)).map(({ query, times }) => `${query} ${times}`);
const stored = () => at.ground.db.query('select query, lang, month, times from search_misses order by month');
const day = (date: string): void => void (time = Date.parse(`${date}T10:00:00Z`));

test('below five times nobody sees the words; from five on they are shown, the most frequent first', async () => {
	await search('пустой холодильник', 4);
	expect(await shown()).toEqual([]);
	await search('пустой холодильник', 1);
	await search('садик', 7);
	expect(await shown()).toEqual(['садик 7', 'пустой холодильник 5']);
});

test('the months are counted together, within the last ninety days', async () => {
	day('2026-09-30');
	await search('садик', 3);
	day('2026-11-20');
	await search('садик', 2);
	expect(await missesToShow(at.ground.db)).toEqual([{ query: 'садик', lang: 'ru', times: 5, lastMonth: '2026-11-01' }]);
	day('2027-01-20');
	expect(await shown()).toEqual([]);
});

test('searching never waits: it is counted at once and written later, all of a kind in one row', async () => {
	noteMiss('apua', 'fi');
	noteMiss('apua', 'fi');
	noteMiss('apua', 'ru');
	expect(await stored()).toEqual([]);
	await writeMisses();
	expect(await stored()).toHaveLength(2);
	expect(await stored()).toContainEqual({ query: 'apua', lang: 'fi', month: '2026-11-01', times: 2 });
});

test('one person who asks again and again counts once a day', async () => {
	for (let i = 0; i < 9; i += 1) noteMiss('моё имя', 'ru', 'pseudonym');
	noteMiss('моё имя', 'ru', 'another');
	await writeMisses();
	expect(await stored()).toMatchObject([{ times: 2 }]);
	time += 86_400_000;
	noteMiss('моё имя', 'ru', 'pseudonym');
	await writeMisses();
	expect(await stored()).toMatchObject([{ times: 3 }]);
});

test('nothing, or a whole letter, is not counted', async () => {
	noteMiss('  ', 'ru');
	noteMiss('x'.repeat(81), 'ru');
	await writeMisses();
	expect(await stored()).toEqual([]);
});

test('what is settled is gone from the list, and comes back when it goes on in later months', async () => {
	await search('садик', 6);
	expect(await settleMiss({ query: 'садик', lang: 'ru' }, editor)).toEqual({ query: 'садик', lang: 'ru' });
	await search('садик', 9);
	expect(await shown()).toEqual([]);
	day('2026-12-10');
	await search('садик', 5);
	expect(await shown()).toEqual(['садик 5']);
	expect(await settleMiss({ query: 'садик', lang: 'ru' }, editor)).toEqual({ query: 'садик', lang: 'ru' });
	expect(await shown()).toEqual([]);
});

test('who may not write texts settles nothing, and nobody can try out what few people typed', async () => {
	await search('садик', 6);
	await search('редкое', 4);
	expect(await settleMiss({ query: 'садик', lang: 'ru' }, funder)).toMatchObject({ refused: 'forbidden' });
	expect(await settleMiss({ query: 'редкое', lang: 'ru' }, editor)).toMatchObject({ refused: 'missing' });
	expect(await settleMiss({ query: 'нет такого', lang: 'ru' }, editor)).toMatchObject({ refused: 'missing' });
	const audit = await at.ground.db.query<{ subject_id: string }>(
		`select subject_id from audit_entries where subject = 'search-miss'`,
	);
	expect(audit.some(({ subject_id }) => subject_id.includes('садик'))).toBe(false);
});

test('after a year it is gone, and what was settled of it, too', async () => {
	await search('садик', 6);
	await settleMiss({ query: 'садик', lang: 'ru' }, editor);
	day('2027-10-30');
	await deleteOldMisses(at.ground.db);
	expect(await stored()).toHaveLength(1);
	day('2027-12-02');
	await deleteOldMisses(at.ground.db);
	expect(await stored()).toEqual([]);
	expect(await at.ground.db.query('select 1 from settled_misses')).toEqual([]);
});
