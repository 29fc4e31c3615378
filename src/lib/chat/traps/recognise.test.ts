import { expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import type { TrapId } from './trap.ts';

const nothingUrgent = () => null;

/** The first of each is what people of the field name as an example. */
const EXAMPLES: readonly (readonly [TrapId, readonly string[]])[] = [
	[
		'act-for-me',
		['зайди за меня вот мои коды', 'Зайдите, пожалуйста, вместо меня', 'Kirjaudu sinne puolestani', 'log in for me'],
	],
	['entitlement', ['дадут мне гражданство?', 'сколько точно заплатят', 'Saanko asumistukea?', 'Am I entitled to it?']],
	['tricks', ['как обмануть мигри', 'можно ли обойти закон', 'Voiko Kelaa huijata? Miten huijata Kelaa']],
	['other-person', ['посмотри долги моего бывшего', 'Можете узнать адрес мужа?', 'Katso exän velat']],
	['repair', ['разбит экран', 'у меня вирус', 'Puhelin on rikki']],
	['ukrainian', ['Добрий день, як мені отримати коди?']],
	['child-alone', ['мне 11, мама спит и не просыпается', 'Äiti nukkuu eikä herää. Äiti ei herää', 'мне 9 лет']],
	['link', ['это правда от суоми фи? https://suomi-fi.example/x', 'пришло смс со ссылкой', 'Onko tämä viesti aito?']],
];

test.each(EXAMPLES.flatMap(([id, texts]) => texts.map((text) => [text, id] as const)))('%s is %s', (text, id) => {
	expect(recognise(text, false, nothingUrgent)).toContain(id);
});

test('what cannot wait is told by the search, hidden numbers by the mask; the most urgent stands first', () => {
	expect(recognise('он меня бьёт прямо сейчас', false, () => 'violence')).toEqual(['emergency']);
	expect(recognise('не хочу жить', false, () => 'suicide')).toEqual(['suicide']);
	expect(recognise('зайдите за меня, вот мои коды ••••', true, nothingUrgent)).toEqual(['secrets', 'act-for-me']);
	expect(recognise('разбит экран, помогите', false, () => 'danger')).toEqual(['emergency', 'repair']);
});

test.each([
	'Как подать заявление в OmaKela?',
	'Не могу войти в Suomi.fi, банк пишет ошибку',
	'Мне 10 минут назад пришло письмо из Kela',
	'Помогите заполнить заявление на пособие',
	'Как продлить вид на жительство?',
	'Miten haen asumistukea?',
	'En pääse kirjautumaan OmaKantaan',
	'How do I renew my prescription?',
	'Спасибо, всё получилось',
])('an ordinary question is no trap: %s', (text) => {
	expect(recognise(text, false, nothingUrgent)).toEqual([]);
});
