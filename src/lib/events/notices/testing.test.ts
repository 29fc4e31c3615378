import { expect, test } from 'vitest';
import { type Person, readWord, type Said, type Truth, wrongWith } from './testing.ts';

const ends = [14, 15, 16, 17].map((day) => new Date(`2026-02-${day}T20:00:00Z`));
const truth: Truth = {
	date: [
		{ step: 0, day: '2026-02-17', state: 'planned' },
		{ step: 1, day: '2026-02-18', state: 'planned' },
	],
	ends,
};
const said = (about: string, day: string, step: number): Said => ({ about, day, step, id: `${about}${day}` });
const person = (...words: Said[]): Person => ({ way: 'sms', seats: [{ step: 0, seat: 'confirmed' }], said: words });
const right = [said('confirmed', '2026-02-17', 0), said('moved', '2026-02-18', 1), said('reminder', '2026-02-18', 3)];

test('the judge finds nothing where all was told once and was true then', () => {
	expect(wrongWith(person(...right), truth)).toEqual([]);
	// What was on its way when the date moved was true when the step began.
	expect(wrongWith(person(...right, said('confirmed', '2026-02-17', 1)), truth)).toEqual([]);
});

test.each([
	['a day that is over', [...right, { ...said('moved', '2026-02-17', 2), id: 'x' }], 'was not true'],
	['a word twice', [...right, { ...said('reminder', '2026-02-18', 3), id: 'x' }], 'told twice'],
	['no reminder', right.slice(0, 2), 'not reminded'],
	['no word of the move', [right[0], right[2]].filter((one) => one !== undefined), 'not told of the day'],
	[
		'a reminder too early',
		[right[0], right[1], said('reminder', '2026-02-18', 2)].flatMap((one) => one ?? []),
		'not true',
	],
	['nonsense', [...right, said('nonsense', '2026-02-18', 3)], 'not true'],
] as const)('the judge sees %s', (_what, words, wrong) => {
	const late = { ...truth, ends: ends.map((end, at) => (at === 2 ? new Date('2026-02-17T07:59:00Z') : end)) };
	expect(wrongWith(person(...words), late).join()).toContain(wrong);
});

test('a word is read as people read it', () => {
	expect(
		readWord('Клуб: перенесли. Было: 17 февраля, 17:00. Теперь: среда, 18 февраля, 17:00. Ваш номер 1002.'),
	).toEqual({
		...{ about: 'moved', day: '2026-02-18' },
	});
	expect(readWord('Завтра, 1 марта, 17:00: Клуб. Ваш номер 1002.')).toEqual({ about: 'reminder', day: '2026-03-01' });
	expect(readWord('Напоминаем о Вашей записи.\n\nЧто: Клуб\nКогда: вторник, 17 февраля, 17:00')).toEqual({
		...{ about: 'reminder', day: '2026-02-17' },
	});
	expect(readWord('Здравствуйте')).toMatchObject({ about: 'nonsense' });
});
