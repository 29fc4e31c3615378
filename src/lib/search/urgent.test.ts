import { describe, expect, it } from 'vitest';
import { mistyped } from './layout.ts';
import { urgentNeed } from './urgent.ts';

const SUICIDE = [
	'не хочу жить',
	'Не хочу больше жить!',
	'нехочу жить',
	'жить не хочу',
	'не хочу жить в этом мире',
	'нет смысла жить',
	'хочу умереть',
	'как покончить с собой',
	'сын говорит что не хочет жить',
	'мысли о самоубийстве',
	'суицид',
	'я убью себя',
	'ne hochu zhit',
	'samoubijstvo',
	'en halua elää',
	'en jaksa enää elää',
	'itsemurha',
	'itsemurhaa ajattelen',
	'haluan kuolla',
	'tapan itseni',
	'I want to die',
	"I don't want to live anymore",
	'suicidal thoughts',
	'kill myself'
];

const VIOLENCE = [
	'муж бьёт куда обратиться',
	'меня бьет муж',
	'муж избил',
	'домашнее насилие',
	'боюсь мужа',
	'muzh bjet menya',
	'väkivalta',
	'lahisuhdevakivalta',
	'mies lyö minua',
	'minut on raiskattu',
	'turvakoti',
	'my husband beats me',
	'domestic violence'
];

const DANGER = [
	'он меня бьёт прямо сейчас',
	'мне 11, мама спит и не просыпается',
	'папа не дышит',
	'муж без сознания',
	'вызовите скорую',
	'пожар',
	'у нас горит квартира',
	'он угрожает убить меня',
	'у него нож',
	'112',
	'mies ei hengitä',
	'äiti ei herää',
	'talo palaa',
	'hän uhkaa tappaa minut',
	'mies hakkaa minua nyt',
	'he is not breathing',
	'my house is on fire',
	'he has a knife'
];

const HARMLESS = [
	'убить время',
	'где убить время с детьми в Куопио',
	'väkivaltainen peli',
	'väkivaltaiset pelit lapsille',
	'не хочу жить в Хельсинки',
	'не хочу жить с соседями',
	'не хочу жить один в общежитии',
	'не хочу умереть в очереди',
	'ne hochu zhit v Helsinki',
	'en halua elää Helsingissä',
	"I don't want to live in Helsinki",
	'kill time',
	'tappaa aikaa',
	'бьёт током розетка',
	'цены бьют по карману',
	'lyö vetoa',
	'насилие в компьютерных играх',
	'violent films',
	'куда звонить ночью не скорая',
	'у мужа инсульт был в мае, кто подпишет бумаги',
	'пожарная сигнализация пищит',
	'телефон не просыпается',
	'miten luo tilin',
	'hän luo tunnukset',
	'mies luo tilin',
	'где жить в Куопио',
	'хочу жить в Финляндии',
	'хочу жить рядом с сыном',
	'kela', 'каэла', 'asumistuki', 'ktkf', 'пенсия', 'bet', 'умер муж пенсия вдове',
	'заявление о смерти', 'мобильный сертификат', 'приложение 112 скачать', ''
];

describe('what cannot wait', () => {
	it.each(SUICIDE)('hears that a life is at risk: %s', (text) => expect(urgentNeed(text)).toBe('suicide'));
	it.each(VIOLENCE)('hears violence: %s', (text) => expect(urgentNeed(text)).toBe('violence'));
	it.each(DANGER)('hears danger: %s', (text) => expect(urgentNeed(text)).toBe('danger'));
	it.each(HARMLESS)('stays silent: %s', (text) => expect(urgentNeed(text)).toBeNull());
	it.each([
		[mistyped.russianOnFinnish('не хочу жить'), 'suicide'],
		[mistyped.russianOnAmerican('муж бьет меня'), 'violence'],
		[mistyped.finnishOnRussian('itsemurha'), 'suicide']
	])('hears it on the wrong keyboard: %s', (text, need) => expect(urgentNeed(text)).toBe(need));
});
