import { addDays } from '#lib/platform/clock.ts';

/** What somebody was told, as she read it. `day`: of which day it spoke. */
export type Said = { readonly about: string; readonly day: string; readonly step: number; readonly id: string };
export type Seat = 'confirmed' | 'offered' | 'expired' | 'cancelled';
/** How it was from a step on. */
export type Since<What> = What & { readonly step: number };
export type DateAs = { readonly day: string; readonly state: 'planned' | 'cancelled' };

export type Person = {
	readonly way: 'sms' | 'email' | 'phone' | 'none';
	readonly seats: readonly Since<{ readonly seat: Seat }>[];
	readonly said: readonly Said[];
};
/** What really happened; each step ended at its moment. */
export type Truth = { readonly date: readonly Since<DateAs>[]; readonly ends: readonly Date[] };

const WORDS: readonly (readonly [string, RegExp])[] = [
	['reminder', /^(Сегодня|Завтра), |Напоминаем о Вашей записи/],
	['moved', /перенесли|Кое-что изменилось/],
	['cancelled', /: отменено|встреча отменена/],
	['offered', /для Вас есть место|оно ждёт Вас до/],
	['offer-over', /время на ответ вышло/],
	['confirmed', /Вы записаны/],
];
const MONTHS = ['февраля', 'марта'];

/** Reads one, knowing nothing of how it was written. */
export function readWord(text: string): Pick<Said, 'about' | 'day'> {
	const about = WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'nonsense';
	const told = /(?:Теперь: |Когда: )[^\n]*?(\d+) (\S+?)[,.]/.exec(text) ?? /(\d+) (февраля|марта)/.exec(text);
	const month = MONTHS.indexOf(told?.[2] ?? '') + 2;
	return { about, day: `2026-0${month}-${(told?.[1] ?? '').padStart(2, '0')}` };
}

/** All that is wrong with what one person was told. */
export function wrongWith(person: Person, truth: Truth): string[] {
	const untrue = person.said.filter((one) => !isTrue(one, person, truth));
	return [
		...untrue.map(({ about, step }) => `${person.way}: ${about} in step ${step} was not true`),
		...twice(person),
		...missing(person, truth),
	];
}

function twice({ way, said }: Person): string[] {
	const ids = new Map(said.map((one) => [one.id, `${one.about} of ${one.day}`]));
	const all = [...ids.values()];
	return all.filter((one, at) => all.indexOf(one) !== at).map((one) => `${way}: ${one} was told twice`);
}

function isTrue({ about, day, step }: Said, person: Person, { date, ends }: Truth): boolean {
	const dates = during(date, step);
	const seats = during(person.seats, step).map(({ seat }) => seat);
	if (about === 'nonsense') return false;
	if (about === 'cancelled') return dates.some((one) => one.state === 'cancelled' && one.day === day);
	if (!dates.some((one) => one.state === 'planned' && one.day === day)) return false;
	if (about === 'offer-over') return seats.includes('expired');
	if (about === 'offered') return seats.includes('offered');
	if (about === 'reminder' && !isDue(day, ends[step])) return false;
	return seats.includes('confirmed') || (about === 'moved' && seats.includes('offered'));
}

/** Helsinki is two hours ahead in these weeks: ten o'clock on the day before. */
const isDue = (day: string, at?: Date): boolean => at !== undefined && at >= new Date(`${addDays(day, -1)}T08:00:00Z`);

/** As it was at the beginning of the step, or as it became in it. */
function during<What>(all: readonly Since<What>[], step: number): Since<What>[] {
	const before = all.filter((one) => one.step < step).slice(-1);
	return [...before, ...all.filter((one) => one.step === step)];
}

function missing(person: Person, { date }: Truth): string[] {
	const { way, said, seats } = person;
	if (way !== 'sms' && way !== 'email') return said.length > 0 ? [`${way}: was told`] : [];
	const [last, seat] = [date.at(-1), seats.at(-1)];
	const has = (about: string, day = last?.day): boolean => said.some((one) => one.about === about && one.day === day);
	if (seat?.seat === 'expired') return has('offer-over') ? [] : [`${way}: nobody said that the offer was over`];
	if (seat?.seat !== 'confirmed') return [];
	if (last?.state === 'cancelled') return has('cancelled') ? [] : [`${way}: was not told that it is cancelled`];
	const knows = has('confirmed') || has('moved');
	return [
		...(has('reminder') ? [] : [`${way}: was not reminded`]),
		...(knows ? [] : [`${way}: was not told of the day`]),
	];
}
