import fs from 'node:fs';
import { expect, test } from 'vitest';
import { speaker } from '#lib/platform/i18n/say.ts';
import type { Truth } from '../item/truth.ts';
import { placesSaid, truthSaid } from './truthSaid.ts';

const say = sayOf('ru');
const truth: Truth = {
	...{ state: 'matches', source: 'fi', since: '2026-11-01', overdue: false, stale: false },
	...{ changed: [], lacking: [], beingChecked: [], check: { on: '2026-05-31', how: 'facts', works: true } },
};
const walked = { on: '2026-10-03', how: 'walked', works: true, device: 'Android' } as const;

test('facts that were only collected are not called checked', () => {
	expect(truthSaid(say, truth)).toEqual({
		...{ sign: 'clock', doubts: [] },
		check: 'Собрано по открытым источникам до 31 мая 2026 года. Сами мы это ещё не проверили.',
		matches: 'Перевод от 1 ноября 2026 года. Финский текст с тех пор не менялся.',
	});
	expect(truthSaid(say, truth, { isGuide: true }).check).toContain('По шагам ещё никто не прошёл.');
});

test('a tick is for what a person did, with the day and the device', () => {
	const said = truthSaid(say, { ...truth, state: 'source', check: walked });
	expect(said).toEqual({
		...{ sign: 'tick', doubts: [] },
		check: 'Мы прошли это сами 3 октября 2026 года. Устройство: Android.',
	});
});

test('what the source says otherwise now is named by its step and day', () => {
	const behind: Truth = { ...truth, state: 'behind', check: walked, changed: [{ block: 'send', on: '2026-11-12' }] };
	expect(truthSaid(say, behind, { places: { send: 'шаг 4' } })).toMatchObject({
		sign: 'warning',
		doubts: ['Финский текст изменился после перевода: шаг 4 (12 ноября 2026 года).'],
	});
	expect(truthSaid(say, behind).doubts).toEqual(['Финский текст изменился после перевода: 12 ноября 2026 года.']);
	expect(truthSaid(say, behind).matches).toBeUndefined();
});

test('a half-translated text names what is missing, or at least that something is', () => {
	const partial: Truth = { ...truth, state: 'partial', lacking: ['send', 'pay'] };
	const places = { send: 'шаг 4', pay: 'шаг 5' };
	expect(truthSaid(say, partial, { places }).doubts).toEqual(['Переведено не всё. Нет перевода: шаг 4, шаг 5.']);
	expect(truthSaid(say, partial).doubts).toEqual(['Переведено не всё.']);
	expect(truthSaid(say, { ...truth, state: 'missing' }).doubts).toEqual(['По-русски этого текста пока нет.']);
});

test('a check too long ago, one that failed, and none at all are said', () => {
	expect(truthSaid(say, { ...truth, check: walked, overdue: true })).toMatchObject({
		sign: 'warning',
		doubts: ['Давно не проверялось.'],
	});
	const differs = truthSaid(say, { ...truth, check: { ...walked, works: false } });
	expect(differs).toMatchObject({
		sign: 'warning',
		check: 'Мы узнали 3 октября 2026 года: на экране теперь иначе. Текст проверяют.',
	});
	expect(truthSaid(say, { ...truth, check: undefined }).check).toBe('Этот текст ещё никто не проверял.');
});

test('blocks are named as a reader sees them', () => {
	const block = { words: {}, optional: false, alternative: false, doubtful: false };
	const told = [
		{ ...block, id: 'paper', kind: 'need' as const },
		{ ...block, id: 'send', kind: 'step' as const, number: 4 },
	];
	expect(placesSaid(say, told)).toEqual({ paper: 'что нужно', send: 'шаг 4' });
	expect(placesSaid(sayOf('fi'), told)).toEqual({ paper: 'mitä tarvitset', send: 'vaihe 4' });
});

function sayOf(lang: string) {
	const areas = ['guide', 'site'].map((area) => {
		const words = JSON.parse(
			fs.readFileSync(new URL(`../../../../messages/${area}/${lang}.json`, import.meta.url), 'utf8'),
		);
		return Object.entries(words).map(([key, entry]) => [`${area}.${key}`, entry]);
	});
	return speaker(Object.fromEntries(areas.flat()), lang);
}
