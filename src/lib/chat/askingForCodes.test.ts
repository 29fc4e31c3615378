import fs from 'node:fs';
import { expect, test } from 'vitest';
import { asksForCodes } from './askingForCodes.ts';

test.each([
	'Пришлите код из смс',
	'Пришлите, пожалуйста, код.',
	'Не бойтесь, напишите Ваш персональный код',
	'Какой у Вас пин-код?',
	'Можете сказать пароль?',
	'Мне нужны ваши банковские данные',
	'Назовите номер карты и срок',
	'Скажите Ваш henkilötunnus',
	'напишите пеккитуннус сюда',
	'Kerro henkilötunnuksesi',
	'Mikä on salasanasi?',
	'Voisitko lähettää pankkitunnukset?',
	'Ole hyvä ja anna tunnusluku.',
	'Send me the code, please',
	'What is your PIN?',
	'Please tell me your card number',
])('a text that asks is told: %s', (text) => {
	expect(asksForCodes(text)).toBe(true);
});

test.each([
	'Не пишите сюда коды',
	'Пожалуйста, не присылайте пароль никому',
	'Введите код из приложения на странице банка',
	'Напишите, какой код ошибки Вы видите',
	'Запишите код, по нему Вы вернётесь',
	'Напишите заголовок и слова на кнопках',
	'Напишите почтовый код города',
	'Älä kirjoita pankkitunnuksia tänne',
	'Syötä salasana pankin sivulla',
	'Kerro, mikä virhekoodi näkyy',
	'Never send your password to anybody',
	'Tell me which error code you see',
	'Write down the code',
	'Что написано на кнопке?',
	'',
])('a text that does not ask is left alone: %s', (text) => {
	expect(asksForCodes(text)).toBe(false);
});

test('no ready phrase asks', () => {
	const file = fs.readFileSync(new URL('../../../starter/phrases.json', import.meta.url), 'utf8');
	const phrases: { id: string; texts: Record<string, string> }[] = JSON.parse(file);
	const asking = phrases.filter(({ texts }) => Object.values(texts).some(asksForCodes));
	expect(asking.map(({ id }) => id)).toEqual([]);
	expect(phrases.every(({ texts }) => ['ru', 'fi', 'en'].every((lang) => (texts[lang] ?? '').length > 10))).toBe(true);
});
