import { expect, test } from 'vitest';
import { eventWish } from './eventWords.ts';

test.each(['клуб', 'Клубы в Куопио', 'курсы', 'kerho', 'kurssit Lahdessa', 'webinaarit', 'a course', 'лекция'])(
	'%s asks for a kind of event',
	(query) => expect(eventWish(query)).toBe('some'),
);

test.each([
	'встречи',
	'мероприятия в Хельсинки',
	'tapahtumat',
	'tapahtumia Kuopiossa',
	'events',
	'что будет на этой неделе',
	'что сегодня в Куопио',
	'event this week',
	'tapahtumat tällä viikolla',
])('%s asks for whatever is on', (query) => expect(eventWish(query)).toBe('all'));

test.each([
	'',
	'Kuopio',
	'курсы финского',
	'suomen kurssi',
	'курсовая',
	'клубника',
	'омакела',
	'событийность',
	'в',
	'что это',
	'запись на завтра',
])('%j asks for something else', (query) => expect(eventWish(query)).toBeNull());
