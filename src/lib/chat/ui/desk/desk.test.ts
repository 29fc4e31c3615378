import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speaker } from '#lib/platform/i18n/say.ts';
import { deedOf } from './keys.ts';
import { choices } from './pick.ts';
import { addressOfPage, cardOfPage, closingTimes, dueOf, dueSaid, pageSaid, stuckAtOfPage } from './queue.ts';
import { serviceOfPage, usualClosing, waitingOnly, waitSaid } from './queue.ts';
import type { Book, Listed, Message } from './shown.ts';
import { byDay, lastRead, take } from './thread.ts';

const say = sayOf('ru');
const now = Date.parse('2026-11-23T10:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const book: Book = {
	topics: [{ id: 'pension', name: 'Пенсия' }],
	cards: [
		{ id: 'kela-elake', topic: 'pension', names: { ru: 'Пенсии Кела', fi: 'Kelan eläkkeet', en: 'Kela pensions' } },
	],
	terms: [],
	languages: ['ru', 'fi', 'en'],
	phrases: [{ id: 'hello', texts: { ru: 'Здравствуйте', fi: 'Hei', en: 'Hello' } }],
	guides: [
		{
			...{ id: 'alive', name: 'Справка о жизни', service: 'kela-elake' },
			steps: [
				{ id: 'ask', number: 1, text: 'Спросите в фонде.' },
				{ id: 'order', number: 2, text: 'Закажите справку.' },
			],
		},
	],
};

describe('the queue', () => {
	test('says how long somebody waits', () => {
		const said = [0, 1, 59, 61, 60 * 24, 60 * 24 * 3].map((minutes) => waitSaid(say, ago(minutes), now));
		expect(said).toEqual(['меньше минуты', '1 мин', '59 мин', '1 ч 1 мин', '1 день', '3 дня']);
	});

	test('a moment of another clock in the future is no negative wait', () => {
		expect(waitSaid(say, ago(-3), now)).toBe('меньше минуты');
	});

	test('feedback on accessibility alarms from the tenth of its fourteen days', () => {
		expect(dueOf({ dueOn: '2026-11-28' }, now)).toEqual({ left: 5, alarms: false });
		expect(dueOf({ dueOn: '2026-11-27' }, now)).toEqual({ left: 4, alarms: true });
		expect(dueOf({ dueOn: null }, now)).toBeNull();
		expect(dueSaid(say, { dueOn: '2026-11-24' }, now)).toBe('ответить до 24 ноября, остался 1 день');
		expect(dueSaid(say, { dueOn: '2026-11-20' }, now)).toBe('срок прошёл 20 ноября');
	});

	test('says the page she came from in words', () => {
		const pages = ['/fi/services/kela-elake', '/ru', '/ru/topics/pension', '/en/search', '/ru/odd', null];
		expect(pages.map((page) => pageSaid(say, page, book, 'ru'))).toEqual([
			'Пенсии Кела',
			'С главной страницы',
			'Тема «Пенсия»',
			'Из поиска',
			'Со страницы /ru/odd',
			'Сразу в чат',
		]);
		expect(serviceOfPage('/fi/services/kela-elake')).toBe('kela-elake');
		expect(serviceOfPage('/fi/services')).toBeNull();
	});

	test('names the guide and the step at which she is stuck, and leads there in the helper’s language', () => {
		const page = '/fi/guides/alive#order';
		expect(pageSaid(say, page, book, 'ru')).toBe('Справка о жизни, шаг 2: Закажите справку.');
		expect(pageSaid(say, '/fi/guides/alive#gone', book, 'ru')).toBe('Справка о жизни');
		expect(pageSaid(say, '/fi/guides/gone#order', book, 'ru')).toBe('Со страницы /fi/guides/gone#order');
		expect(addressOfPage(page, 'ru')).toBe('/ru/guides/alive#order');
		expect(addressOfPage('/fi/services/kela-elake', 'ru')).toBe('/ru/services/kela-elake');
		expect(addressOfPage('/fi/search', 'ru')).toBeNull();
		expect([page, '/fi/services/x', '/fi'].map((one) => cardOfPage(one, book))).toEqual(['kela-elake', 'x', null]);
	});

	test('proposes the step for the closing, and only one that there is', () => {
		const pages = ['/fi/guides/alive#order', '/fi/guides/alive#gone', '/fi/guides/alive', '/ru', null];
		expect(pages.map((page) => stuckAtOfPage(page, book))).toEqual(['alive#order', null, null, null, null]);
	});

	test('leaves out of the waiting those who are held already', () => {
		const view = {
			desks: [],
			waiting: [row('a'), row('b'), row('c')],
			mine: [row('b')],
			offers: [],
			fromOutside: [],
			offered: [],
			doubts: [],
			others: [row('c')],
		};
		expect(waitingOnly(view).map(({ id }) => id)).toEqual(['a']);
	});

	test('offers half hours that are still to come', () => {
		expect(closingTimes('21:40')).toEqual(['22:00', '22:30', '23:00', '23:30', '23:59']);
		expect(usualClosing(closingTimes('21:40'))).toBe('23:30');
		expect(closingTimes('23:50')).toEqual(['23:59']);
	});
});

describe('the thread', () => {
	test('however steps arrive, what is kept is gapless, in order and without doubles', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (seqs) => {
				let kept: readonly Message[] = [];
				for (const seq of seqs) kept = take(kept, step({ seq })).messages;
				return kept.every((message, place) => message.seq === place + 1);
			}),
		);
	});

	test('a step further on tells of a gap and changes nothing', () => {
		const two = [step({ seq: 1 }), step({ seq: 2 })];
		expect(take(two, step({ seq: 4 }))).toEqual({ messages: two, gap: true });
		expect(take(two, step({ seq: 2 }))).toEqual({ messages: two, gap: false });
	});

	test('a redaction hides the number in the message before it', () => {
		const redaction = step({
			seq: 2,
			author: 'desk',
			kind: 'redacted',
			text: 'мой ••••••',
			aboutSeq: 1,
			hidden: ['hetu'],
		});
		const { messages } = take([step({ seq: 1, text: 'мой 0101' })], redaction);
		expect(messages[0]).toMatchObject({ text: 'мой ••••••', hidden: ['hetu'] });
	});

	test('knows how far the visitor has read the answers', () => {
		const talk = [step({ seq: 1 }), answer(2), answer(3), step({ seq: 4 })];
		expect([0, 2, 3, 9].map((read) => lastRead(talk, read))).toEqual([0, 2, 3, 3]);
	});

	test('is cut into days', () => {
		const talk = [
			step({ seq: 1, sentAt: '2026-11-22T10:00' }),
			step({ seq: 2, sentAt: '2026-11-23T10:00' }),
			answer(3),
		];
		const days = byDay(talk, (moment) => moment.slice(0, 10));
		expect(days.map(({ day, steps }) => [day, steps.length])).toEqual([
			['2026-11-22', 1],
			['2026-11-23', 2],
		]);
	});
});

describe('phrases and cards', () => {
	const at = { visitor: 'ru', helper: 'fi' };

	test('come in the language of the visitor, with the meaning in the helper’s', () => {
		expect(choices(book, '', at)).toEqual([
			{ key: 'phrase-hello', kind: 'phrase', text: 'Здравствуйте', title: 'Здравствуйте', own: 'Hei', card: null },
		]);
		expect(choices(book, '', { ...at, helper: 'ru' })[0]?.own).toBeNull();
	});

	test('are found by the beginnings of words in any language', () => {
		const title = 'Пенсии Кела';
		const card = { ref: { kind: 'service', id: 'kela-elake' }, title };
		expect(choices(book, 'kela elä', at)).toEqual([
			{ key: 'service-kela-elake-', kind: 'service', text: '', title, own: 'Kelan eläkkeet', card },
		]);
		expect(choices(book, 'енсии', at)).toEqual([]);
	});

	test('are guides and their steps too, found by what they say', () => {
		const found = choices(book, 'справк', at).map(({ kind, card }) => [kind, card?.ref]);
		expect(found).toEqual([
			['guide', { kind: 'guide', id: 'alive' }],
			['step', { kind: 'step', id: 'alive', step: 'ask' }],
			['step', { kind: 'step', id: 'alive', step: 'order' }],
		]);
		const [step] = choices(book, 'закажите', at);
		expect(step?.title).toBe('Справка о жизни, 2: Закажите справку.');
	});
});

describe('the keys', () => {
	const nowhere = { isWriting: false, isInList: false, letters: true };
	const press = (key: string, code = '', altKey = false) => ({ key, code, altKey, ctrlKey: false, metaKey: false });

	test('letters work by their place on the keyboard, never while writing, and can be switched off', () => {
		expect(deedOf(press('с', 'KeyC'), nowhere)).toBe('claim');
		expect(deedOf(press('c', 'KeyC'), { ...nowhere, isWriting: true })).toBeNull();
		expect(deedOf(press('c', 'KeyC'), { ...nowhere, letters: false })).toBeNull();
		expect(deedOf({ ...press('c', 'KeyC'), ctrlKey: true }, nowhere)).toBeNull();
	});

	test('panes and the way back work while writing too', () => {
		const writing = { ...nowhere, isWriting: true };
		expect(deedOf(press('2', 'Digit2', true), writing)).toBe('talk-pane');
		expect(deedOf(press('Escape'), writing)).toBe('list');
	});

	test('arrows move in the list alone', () => {
		expect(deedOf(press('ArrowDown'), nowhere)).toBeNull();
		expect(deedOf(press('ArrowDown'), { ...nowhere, isInList: true, letters: false })).toBe('next');
	});
});

function row(id: string): Listed {
	const state = {
		kind: 'chat',
		language: 'ru',
		page: null,
		dueOn: null,
		endedBy: null,
		lastSeq: 1,
		helperRead: 0,
	} as const;
	return { id, ...state, openedAt: ago(5), waitingSince: ago(5), ended: false };
}

function step(parts: Partial<Message> & { seq: number }): Message {
	const rest = {
		author: 'visitor',
		kind: 'text',
		text: 'да',
		card: null,
		picture: null,
		hidden: [],
		aboutSeq: null,
		language: 'ru',
		made: null,
		signed: null,
	} as const;
	return { ...rest, sentAt: '2026-11-23T10:00:00Z', clientId: `c-${parts.seq}`, ...parts };
}

function answer(seq: number): Message {
	return step({ seq, author: 'helper' });
}

function sayOf(lang: string) {
	const read = (area: string): Record<string, string> =>
		JSON.parse(fs.readFileSync(new URL(`../../../../../messages/${area}/${lang}.json`, import.meta.url), 'utf8'));
	const all = ['desk', 'site'].flatMap((area) =>
		Object.entries(read(area)).map(([key, text]) => [`${area}.${key}`, text]),
	);
	return speaker(Object.fromEntries(all), lang);
}
