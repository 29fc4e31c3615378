import { describe, expect, test } from 'vitest';
import type { AdviceLanguage, Level, Rule } from './advice.ts';
import { RULES } from './advice.ts';
import { adviseOn } from './adviseOn.ts';
import { blocksOf, fewWords, rulesIn, type Sample, settingOf, step } from './testing.ts';

type Pair = { rule: Rule; lang: AdviceLanguage; level?: Level; bad: Sample; good: Sample };

const LONG = 'Кот пошёл в лес и там долго искал гриб, ягоду, шишку, лист, перо, мох, кору, пень, дуб, сук и ещё дом.';
const steps = (count: number) => Array.from({ length: count }, () => step('Нажмите кнопку.'));

const PAIRS: readonly Pair[] = [
	{
		rule: 'mean',
		lang: 'ru',
		level: 'easy',
		bad: 'Мы с Вами идём в банк и там берём новый код. '.repeat(3),
		good: 'Идите в банк. Возьмите код.',
	},
	{ rule: 'long-sentence', lang: 'ru', bad: LONG.replace('ещё дом', 'ещё дом, сад, луг'), good: 'Кот пошёл в лес.' },
	{
		rule: 'long-sentence',
		lang: 'fi',
		level: 'easy',
		bad: 'Minä ja sinä ja hän ja me ja te ja he ja se.',
		good: 'Minä ja sinä ja hän.',
	},
	{ rule: 'long-sentence', lang: 'en', level: 'easy', bad: `Go ${'on and '.repeat(8)}on.`, good: 'Go on and on.' },
	{
		rule: 'flesch',
		lang: 'ru',
		bad: 'Предоставление дополнительной информации осуществляется уполномоченной организацией. '.repeat(4),
		good: 'Возьмите лист. Дайте его врачу. '.repeat(6),
	},
	{ rule: 'paragraph', lang: 'fi', bad: 'Yksi. Toinen. Kolmas. Neljäs.', good: 'Yksi. Toinen. Kolmas.' },
	{
		rule: 'passive',
		lang: 'ru',
		bad: 'Заявка отправлена. Дело оформляется.',
		good: 'Вы отправили заявку. Сайт открывается.',
	},
	{ rule: 'passive', lang: 'fi', bad: 'Tukea haetaan. Sitä ei haeta.', good: 'Hae tukea. Voit tehdä sen.' },
	{
		rule: 'participle',
		lang: 'ru',
		bad: 'Полученные бумаги. Проживающие люди.',
		good: 'Данные и настоящие бумаги. Личный код.',
	},
	{
		rule: 'participle',
		lang: 'fi',
		bad: 'Kirje toimitettava. Lasku toimitettava.',
		good: 'Toimita lasku. Se on tehtävä. En ole hakenut.',
	},
	{
		rule: 'gerund',
		lang: 'ru',
		level: 'easy',
		bad: 'Вы войдёте, нажимая кнопку.',
		good: 'Нажмите кнопку. Архив закрыт.',
	},
	{
		rule: 'non-finite',
		lang: 'fi',
		level: 'easy',
		bad: 'Saat sen lähettämällä kirjeen.',
		good: 'Mene hakemaan kirje.',
	},
	{ rule: 'rare-case', lang: 'fi', level: 'easy', bad: 'Tule rahatta.', good: 'Tule ilman rahaa.' },
	{ rule: 'conditional', lang: 'fi', level: 'easy', bad: 'Jos haluaisit. Haluaisit sen.', good: 'Jos haluat.' },
	{ rule: 'verbal-noun', lang: 'ru', bad: 'Оформление, проверка и чтение.', good: 'Заявление, инструкция и решение.' },
	{ rule: 'verbal-noun', lang: 'fi', bad: 'Täyttäminen. Täyttäminen.', good: 'Täytä lomake.' },
	{
		rule: 'long-word',
		lang: 'fi',
		level: 'easy',
		bad: 'Katso väestötietojärjestelmä.',
		good: 'Väestötietojärjestelmä on lista ihmisistä.',
	},
	{
		rule: 'long-word',
		lang: 'ru',
		bad: 'Зарегистрировать предпринимателем сразу.',
		good: 'Открыть в Työmarkkinatori свою фирму сразу.',
	},
	{
		rule: 'long-word',
		lang: 'en',
		bad: 'Identification confidentiality.',
		good: 'See Työllisyysalueella and Työmarkkinatorille.',
	},
	{
		rule: 'unexplained',
		lang: 'ru',
		bad: 'Возьмите [[fi:selvitys]] и идите.',
		good: 'Возьмите [[fi:selvitys]] (объяснение) и идите.',
	},
	{
		rule: 'unexplained',
		lang: 'en',
		bad: 'Take the [[fi:selvitys]] there.',
		good: 'Take the explanation ([[fi:selvitys]]) there.',
	},
	{ rule: 'abbreviation', lang: 'fi', level: 'easy', bad: 'Kysy asiaa. TTT auttaa.', good: 'TTT on virasto.' },
	{ rule: 'click-here', lang: 'ru', bad: 'Нажмите здесь.', good: 'Нажмите «Отправить».' },
	{ rule: 'click-here', lang: 'fi', bad: 'Klikkaa tästä.', good: 'Klikkaa tästä ikkunasta Lähetä.' },
	{ rule: 'click-here', lang: 'en', bad: 'Click here.', good: 'Click Send.' },
	{ rule: 'digits', lang: 'ru', bad: 'Ждите пять дней.', good: 'Ждите 5 дней со своей семьёй.' },
	{ rule: 'digits', lang: 'fi', bad: 'Odota kahden viikon ajan.', good: 'Odota 2 viikkoa.' },
	{ rule: 'digits', lang: 'en', bad: 'Wait three days.', good: 'Wait 3 days. Look at one page.' },
	{ rule: 'date', lang: 'ru', bad: 'До 01.05.2026 ждите.', good: 'До 1 мая 2026 года. В 9.30 тоже. Код 1.2.3.' },
	{ rule: 'date', lang: 'fi', bad: 'Tule 1.5. kello 9.', good: 'Tule 1. toukokuuta kello 9.30.' },
	{ rule: 'phone', lang: 'ru', bad: 'Звоните 020 634 0200.', good: 'Звоните 0295 000, а в беде 112. Часы 09–12.' },
	{ rule: 'phone', lang: 'fi', bad: 'Soita 10023.', good: 'Soita +358 295 000. Soita 8–16.' },
	{ rule: 'phone', lang: 'en', bad: 'Call 116 111.', good: 'Call 112. It costs 1 100 euros.' },
	{ rule: 'secret', lang: 'en', bad: 'Like 131052-308T.', good: 'Like ddmmyy-xxxx.' },
	{ rule: 'mark', lang: 'ru', bad: 'Нажмите [[fi:Lähetä.', good: 'Нажмите [[fi:Lähetä]] (отправить).' },
	{ rule: 'mark', lang: 'ru', bad: 'Нажмите [[fi: ]] (отправить).', good: 'Нажмите [[fi:Lähetä]] (отправить).' },
	{ rule: 'step-empty', lang: 'ru', bad: step(' '), good: step('Нажмите кнопку.') },
	{
		rule: 'no-result',
		lang: 'ru',
		bad: step('', { words: { text: 'Нажмите кнопку.' } }),
		good: step('Нажмите кнопку.'),
	},
	{
		rule: 'two-actions',
		lang: 'ru',
		bad: step('Откройте сайт и нажмите кнопку.'),
		good: step('Откройте сайт и почту. Ждите и не звоните.'),
	},
	{ rule: 'two-actions', lang: 'fi', bad: step('Avaa sivu ja odota.'), good: step('Avaa sivu ja kirje.') },
	{
		rule: 'two-actions',
		lang: 'en',
		bad: step('Open the page and press Send.'),
		good: step('Open the page and the letter.'),
	},
	{ rule: 'verb-first', lang: 'ru', bad: step('В банке попросите код.'), good: step('Потеряли код? Попросите новый.') },
	{ rule: 'verb-first', lang: 'fi', bad: step('Sivulla paina nappia.'), good: step('Helsinki: paina nappia.') },
	{ rule: 'verb-first', lang: 'en', bad: step('On the page press Send.'), good: step('Or press Send.') },
	{
		rule: 'many-steps',
		lang: 'ru',
		bad: steps(8),
		good: [...steps(7), { words: { text: 'Половина готова.' } }, ...steps(7)].map((block, at) => ({
			...block,
			id: `b${at}`,
		})),
	},
	{
		rule: 'label-empty',
		lang: 'en',
		bad: step('Press it.', { control: { fi: ' ', seen: true } }),
		good: step('Press it.', { control: { fi: 'Lähetä', seen: true } }),
	},
	{
		rule: 'label-unseen',
		lang: 'en',
		bad: step('Press it.', { control: { fi: 'Lähetä', seen: false } }),
		good: step('Press it.', { control: { fi: 'Lähetä', seen: true } }),
	},
	{
		rule: 'label-differs',
		lang: 'ru',
		bad: step('Нажмите [[fi:lähetä]] (отправить).', { control: { fi: 'Lähetä', seen: true } }),
		good: step('Нажмите [[fi:Lähetä]] (отправить).', { control: { fi: 'Lähetä', seen: true } }),
	},
	{
		rule: 'label-unknown',
		lang: 'ru',
		bad: step('Нажмите [[fi:Lähetä]] (отправить).'),
		good: step('Найдите слово [[fi:Lähetä]] (отправить).'),
	},
	{
		rule: 'label-unknown',
		lang: 'fi',
		bad: step('Paina ”Lähetä”.'),
		good: step('Paina ”Lähetä”.', { control: { fi: 'Lähetä', seen: true } }),
	},
];

describe('every rule tells the bad from the good', () => {
	test.each(PAIRS)('$rule in $lang', ({ rule, lang, level, bad, good }) => {
		const setting = settingOf(lang, level, { morphology: fewWords });
		expect(rulesIn(bad, setting)).toContain(rule);
		expect(rulesIn(good, setting)).not.toContain(rule);
	});

	test('and none is without a pair', () => {
		expect(RULES.filter((rule) => !PAIRS.some((pair) => pair.rule === rule))).toEqual([]);
	});
});

test('only what must not be published is an error', () => {
	const errors = PAIRS.flatMap(({ bad, lang, level }) => {
		const { advice } = adviseOn(blocksOf(bad), { ...settingOf(lang, level), morphology: fewWords });
		return advice.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
	});
	expect([...new Set(errors)].sort()).toEqual(['label-empty', 'mark', 'phone', 'secret', 'step-empty']);
	expect(adviseOn(blocksOf('Всё хорошо.'), settingOf('ru')).advice).toEqual([]);
});
