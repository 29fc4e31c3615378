import { describe, expect, it } from 'vitest';
import { findSecrets, mask } from './mask.ts';

function kinds(text: string, before: string[] = []): string[] {
	return findSecrets(text, { before }).map(({ kind }) => kind);
}

function hidden(text: string, before: string[] = []): string[] {
	return findSecrets(text, { before }).map(({ start, end }) => text.slice(start, end));
}

describe('codes, passwords and user ids', () => {
	it.each([
		['Tunnuslukuni on ', '1234'],
		['Vahvistuskoodi: ', '482913'],
		['koodi tuli tekstiviestillä ', '482 913'],
		['min pinkod är ', '1985'],
		['bekräftelsekoden är ', '482913'],
		['my verification code is ', '48-29-13'],
		['код из смс ', '482913'],
		['Код пришёл. ', '482913'],
		['мой пин-код ', '2019'],
		['коды ', '1234 5678'],
		['банковские коды: ', '1234 5678 9012'],
		['код підтвердження ', '482913'],
		['kinnituskood on ', '482913'],
		['رمز التحقق هو ', '٤٨٢٩١٣'],
		['koodhka waa ', '482913'],
		['Käyttäjätunnus ', '12345678'],
		['мой логин ', '1234567'],
		['cvv ', '123'],
		['пароль: ', 'Kissa123!'],
		['salasana on ', 'kissa2020'],
		['lösenordet är ', 'Hemligt12'],
		['password is ', 'correct#horse'],
		['parool on ', 'kallis77'],
		['كلمة السر: ', 'Ahmed1985'],
		['пароль: ', 'kotik'],
		['пароль на сайте suomi.fi: ', 'Zima_2020'],
		['كلمة مرور حسابي ', 'Ali2020'],
		['avainluku nro 34 on ', '8821'],
		['код 5: ', '4821'],
		['codes 1: ', '4821'],
		['PIN2 on ', '48213'],
		['vahvistuskoodi ', 'A1B2C3'],
		['annoin turvaluvun ', '338'],
		['kortin takana oleva luku ', '518'],
		['код безопасности на обороте ', '774'],
		['код карты сзади ', '518'],
		['security code ', '518'],
		['код на карточке под номером 34 — ', '771208'],
		['пароль для вайфая ', 'kuopio-2291-abc'],
	])('hides after %j the value %j', (words, value) => {
		expect(findSecrets(words + value)).toEqual([span(words.length, value, 'code')]);
	});

	it.each(['1234 on tunnuslukuni', '482913 — код из смс', '1234 is my PIN'])('hides what stands before: %j', (text) => {
		expect(mask(text).text).toMatch(/^•{6} \D+$/);
	});

	it.each(['03/29 518', '03.2029, 518', 'exp 03/29 and 518', 'voimassa 03/29, 518'])(
		'hides the number on the back that follows the month of a card: %j',
		(rest) => {
			expect(hidden(`4111 1111 1111 1111 ${rest}`)).toEqual(['4111 1111 1111 1111', '518']);
		},
	);

	it.each(['03/29 518 €', '03/29 списали 518 евро', '03/29 518 евро', '03/29 5180 1'])(
		'leaves what else follows that month: %j',
		(rest) => {
			expect(hidden(`4111 1111 1111 1111 ${rest}`)).toEqual(['4111 1111 1111 1111']);
		},
	);

	it.each(['kurssin koodi 30482', 'paketin koodi 4410', 'зум 661 209 4410 пароль вам пришлют'])(
		'leaves the code of a thing: %j',
		(text) => {
			expect(hidden(text)).toEqual([]);
		},
	);

	it('hides every number of a list', () => {
		expect(hidden('коды 1234, 5678 и 9012')).toEqual(['1234', '5678', '9012']);
	});

	it.each([
		'Код не приходит на номер 040 123 4567',
		'забыл пароль, позвонил 0295 000',
		'koodia ei tule, soita 116117',
		'почтовый код 70100',
		'Postinumero 70100',
		'код 70100 Kuopio',
		'код города 4950',
		'код ошибки 4031',
		'QR-koodi 12345',
		'пароль сменил в 2019 году',
		'код приходил летом, в отпуске, 2021',
		'в 2023 году сменил пароль',
		'Salasana unohtui 12.5.2024 klo 12:30',
		'код не приходит, на счету 1500 евро',
		'код, и заплатил € 1500',
		'пароль от Suomi.fi не подходит',
		'пароль от Office365',
		'пароль от user7@example.org',
		'Пароль: забыла',
		'koodi ja Y-tunnus 1234567-8',
		'tunnus 1234567-8',
		'koodit VAL 3 ja KT 1',
		'koodi KELA/1234/2024',
		'salasana ja projekti S22196',
		'koodit 2014-2020',
		'Password must be at least 1000 characters',
		'квартира 1234',
		'моя пинта 4567',
		'I got 1500 and the code did not come',
		'lösenord glömt, kundnummer 482913',
		'номер 1234 и код не пришёл',
		'koodi 040 1234',
		'код 0123 45678',
		'PIN letter came, I moved and then found, saw, wrote, asked 4821',
		'код не приходит. Дом стоит тут 4821',
		'4821 12.3.2024 koodi',
		'1234 код: 56',
		'код AB1234567/2024',
	])('leaves %j alone', (text) => expect(kinds(text)).toEqual([]));

	it('takes the word from the author’s last two messages when only a number is written', () => {
		expect(hidden('1234', ['вот мой пин'])).toEqual(['1234']);
		expect(hidden('это 482913', ['код пришёл', 'сейчас'])).toEqual(['482913']);
		expect(kinds('1234', ['вот мой пин', 'сейчас', 'секунду'])).toEqual([]);
		expect(kinds('живу в Куопио по адресу такому 1234', ['вот мой пин'])).toEqual([]);
		expect(kinds('040 123 4567', ['код не приходит'])).toEqual([]);
		expect(kinds('70100 Kuopio', ['код не приходит'])).toEqual([]);
		expect(kinds('1234', ['код страны'])).toEqual([]);
		expect(hidden('Kissa123', ['salasanani on'])).toEqual(['Kissa123']);
		expect(kinds('Kissa123', ['tunnuslukuni on'])).toEqual(['code']);
	});
});

function span(start: number, value: string, kind: string) {
	return { start, end: start + value.length, kind };
}
