import { expect, test } from 'vitest';
import { russianFeatures } from './features.ts';

const told = (words: string): string[] => words.split(' ').filter((word) => russianFeatures(word).length > 0);

test('hard forms are told by their endings', () => {
	for (const [share, words] of Object.entries({
		participle: 'проживающий получающая обратившимся указанного заполненные полученное получаемые оформленный',
		gerund: 'нажимая открывая получив обратившись используя выходя отправляя пользуясь будучи войдя заполняя',
		passive: 'оформляется выдаются проводится отправлено указан заполнена получены отменена принято зарегистрирован',
		'verbal-noun': 'оформление идентификация проверки отправку заполнения регистрацией получения чтение',
	})) {
		for (const word of words.split(' ')) expect([word, russianFeatures(word)]).toEqual([word, [share]]);
	}
});

test('plain words with the same endings are left alone', () => {
	const adjectives = 'настоящий следующая бывший данные личные иностранный государственный временный вещей общий';
	const things = 'заявление решения сообщение полиция справка кнопка инструкции участие страницы линия условия';
	const others = 'архив против состав новая красивая бумажная документов последняя земля статуя дядя моя';
	const doing = 'открывается начинается является находится получится нравится учится остаётся придётся понравится';
	const nouns = 'экран план стакан страна цена замены отмена диван уверены должен нужно можно рано согласен';
	expect(told([adjectives, things, others, doing, nouns].join(' '))).toEqual([]);
});

test('stress marks and ё change nothing', () => {
	expect(russianFeatures('полу́ченные')).toEqual(['participle']);
	expect(russianFeatures('отменён')).toEqual(['passive']);
});
