import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTS } from '../item/item.ts';
import type { AdviceLanguage, Level } from './advice.ts';
import { adviseOn } from './adviseOn.ts';
import { blocksOf, fewWords, rulesIn, settingOf, step } from './testing.ts';

test('a quote is found again where advice says, brackets of marks counted', () => {
	const text = 'Слово [[fi:Lähetä]] (отправить). Ждите пять дней.';
	const [found] = adviseOn(blocksOf(text), settingOf('ru')).advice;
	expect(found).toMatchObject({ rule: 'digits', block: 'a', part: 'text', quote: 'пять' });
	expect(text.slice(found?.start, found?.end)).toBe('пять');
});

test('what concerns the whole text comes first and names no block; errors come before advice', () => {
	const text =
		'Мы с Вами идём пять раз в банк и там берём новый код 020 634 0200. ' +
		'Да, идём и идём и идём и идём и идём. '.repeat(2);
	const { advice } = adviseOn(blocksOf(text), settingOf('ru', 'easy'));
	expect(advice.map(({ rule }) => rule)).toEqual(['mean', 'phone', 'long-sentence', 'digits']);
	expect(advice[0]).toEqual({ rule: 'mean', severity: 'advice', values: { count: 12, limit: 9 } });
});

test('a word of the glossary needs no explanation in a plain text, in an easy one it does', () => {
	const more = { terms: ['Selvitys', 'selvityksen'] };
	const text = 'Возьмите [[fi:selvitys]] и идите.';
	expect(rulesIn(text, settingOf('ru', 'plain', more))).not.toContain('unexplained');
	expect(rulesIn(text, settingOf('ru', 'easy', more))).toContain('unexplained');
});

test('a label that is known from elsewhere is known', () => {
	const setting = settingOf('fi', 'plain', { labels: ['Lähetä'] });
	expect(rulesIn(step('Paina ”Lähetä”.'), setting)).not.toContain('label-unknown');
});

test('without morphology Finnish is measured by length alone, and the answer says what was left out', () => {
	const bad = 'Tukea haetaan. Kirje toimitettava. Hakiessasi haluaisit rahatta.';
	const without = adviseOn(blocksOf(bad), settingOf('fi', 'easy'));
	expect(without.advice).toEqual([]);
	expect(without.skipped).toEqual(expect.arrayContaining(['passive', 'participle', 'two-actions']));
	expect(without.measures.shares).toEqual({ 'long-word': 0 });
	const withIt = adviseOn(blocksOf(bad), settingOf('fi', 'easy', { morphology: fewWords }));
	expect(withIt.skipped).toEqual([]);
	expect(withIt.advice.map(({ rule }) => rule)).toEqual(['non-finite', 'rare-case']);
	expect(adviseOn(blocksOf(bad), settingOf('ru')).skipped).toEqual([]);
});

test('names and readings are not measured as sentences', () => {
	const blocks = blocksOf([
		{ kind: 'title', words: { text: 'Одно название из многих слов' } },
		step('Нажмите кнопку.', {
			words: { text: 'Нажмите кнопку.', see: 'Готово.', reading: 'ля́хетя', meaning: 'Отправить' },
		}),
	]);
	expect(adviseOn(blocks, settingOf('ru')).measures).toMatchObject({ words: 3, sentences: 2, longest: 2 });
});

test('advice never fails on any text, and always quotes what stands there', () => {
	const pieces = [
		'[[fi:',
		']]',
		'[[',
		'Нажмите ',
		'и ',
		'paina ”',
		'”',
		'. ',
		'? ',
		'020 634 0200',
		'1.5.2026',
		'😀',
		'\u0301',
	];
	const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 30 });
	const lang = fc.constantFrom<AdviceLanguage>('fi', 'ru', 'en');
	fc.assert(
		fc.property(
			text,
			lang,
			fc.constantFrom<Level>('plain', 'easy'),
			fc.constantFrom(...PARTS),
			(parts, one, level, part) => {
				const words = { [part]: parts.join('') };
				const { advice } = adviseOn(
					[{ id: 'a', kind: 'step', words }],
					settingOf(one, level, { morphology: fewWords }),
				);
				for (const { start, end, quote, part: place } of advice) {
					if (start === undefined || place === undefined || place === 'control') continue;
					expect(words[place]?.slice(start, end)).toBe(quote);
				}
			},
		),
	);
});

test('a hostile text of the greatest length is read within a moment', () => {
	for (const unit of ['.', '[[', 'и ', '1', '1.', '»', 'а.б', 'Paina ”', '1 ']) {
		const text = unit.repeat(60_000 / unit.length);
		const started = performance.now();
		adviseOn([{ id: 'a', kind: 'transcript', words: { text } }], settingOf('ru'));
		expect([unit, performance.now() - started < 3_000]).toEqual([unit, true]);
	}
});
