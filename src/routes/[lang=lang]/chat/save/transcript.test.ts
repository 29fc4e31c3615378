import { expect, test } from 'vitest';
import type { Message } from '#lib/chat/index.ts';
import { speaker } from '#lib/platform/i18n/say.ts';
import words from '../../../../../messages/chat/ru.json' with { type: 'json' };
import { transcript } from './transcript.ts';

const say = speaker(Object.fromEntries(Object.entries(words).map(([key, text]) => [`chat.${key}`, text])), 'ru');
const copy = { say, lang: 'ru', reads: 'ru', origin: 'https://silta.example' };
const blank = { card: null, picture: null, hidden: [], aboutSeq: null, made: null, signed: null } as const;
const step = (parts: Partial<Message> & { seq: number }): Message => ({
	...{ ...blank, author: 'visitor', kind: 'text', text: null, language: 'ru', clientId: `client-${parts.seq}` },
	...{ sentAt: '2026-11-22T10:00:00Z', ...parts },
});
const clerk = step({ seq: 1, author: 'clerk', signed: 'Minna, Kela', language: 'fi', text: 'Hyvää päivää' });
const rendered = (seq: number, made: Message['made'], text: string): Message =>
	step({ seq, kind: 'rendering', author: 'helper', aboutSeq: 1, text, made, signed: 'Anna' });

test('both texts stand in the saved copy, and who made the second one', () => {
	const saved = transcript([clerk, rendered(2, 'human', 'Добрый день')], copy);
	expect(saved.split('\n').slice(2, 7)).toEqual([
		expect.stringMatching(/^Сотрудник: Minna, Kela, /),
		'Добрый день',
		'Перевод: Anna (человек)',
		'Оригинал, язык: финский',
		'Hyvää päivää',
	]);
});

test.each([
	['machine', 'Черновик машины, никем не проверен'],
	['checked', 'Черновик машины, проверил человек: Anna'],
] as const)('what a machine made is marked in the saved copy: %s', (made, mark) => {
	expect(transcript([clerk, rendered(2, made, 'Добрый день')], copy)).toContain(`Добрый день\n${mark}\n`);
});

test('a mended rendering stands instead of the first one', () => {
	const saved = transcript([clerk, rendered(2, 'machine', 'Хороший сутки'), rendered(3, 'human', 'Добрый день')], copy);
	expect(saved).not.toContain('Хороший сутки');
	expect(saved).not.toContain('Черновик машины');
});
