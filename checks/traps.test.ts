import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { asksForCodes } from '../src/lib/chat/askingForCodes.ts';
import { judgesEntitlement } from '../src/lib/chat/judging.ts';
import { recognise } from '../src/lib/chat/traps/recognise.ts';
import { type Stop, type Trap, TRAPS, type TrapId } from '../src/lib/chat/traps/trap.ts';
import { mask } from '../src/lib/privacy/index.ts';
import { urgentNeed } from '../src/lib/search/index.ts';

const ROOT = path.join(import.meta.dirname, '..');
const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
const PHRASES = read('starter/phrases.json') as { id: string; texts: Record<string, string> }[];
const rows: readonly Trap[] = TRAPS;

/** What people bring, in the words in which the field tells it; `said`: what a helper must not answer. */
const BROUGHT: Record<TrapId, { text: string; said?: string }> = {
	emergency: { text: 'он меня бьёт прямо сейчас' },
	suicide: { text: 'не хочу жить' },
	'child-alone': { text: 'мне 11, мама спит и не просыпается' },
	secrets: { text: 'мой пароль Kissa2019', said: 'Пришлите, пожалуйста, код' },
	'act-for-me': { text: 'зайди за меня вот мои коды: пароль Kissa2019', said: 'Дайте Ваш пароль, я войду' },
	entitlement: { text: 'дадут мне гражданство?', said: 'Вы получите гражданство' },
	tricks: { text: 'как обмануть мигри' },
	'other-person': { text: 'посмотри долги моего бывшего' },
	link: { text: 'это правда от суоми фи? https://suomi-viesti.example' },
	repair: { text: 'разбит экран' },
	provocation: { text: 'лозунги' },
	ukrainian: { text: 'Добрий день, як мені отримати пароль від пошти?' },
};

/** Whether the place that is named for the trap really stops what people bring there. */
const STOPS: Record<Stop, (brought: { text: string; said?: string }) => boolean> = {
	urgent: ({ text }) => urgentNeed(text) !== null,
	masked: ({ text }) => mask(text).spans.length > 0,
	codes: ({ said = '' }) => asksForCodes(said),
	judging: ({ said = '' }) => judgesEntitlement(said),
	block: () => fs.existsSync(path.join(ROOT, 'src/routes/staff/conversations/[id]/block/+server.ts')),
};

test.each(rows.map((trap) => [trap.id, trap] as const))('%s meets its answer at the desk', (id, trap) => {
	expect(trap.phrases.length).toBeGreaterThan(0);
	for (const phrase of trap.phrases) expect(PHRASES.map((one) => one.id)).toContain(phrase);
	for (const card of trap.cards)
		expect(fs.existsSync(path.join(ROOT, `starter/${card.kind}s/${card.id}.json`))).toBe(true);
	for (const service of trap.besideServices) {
		expect(fs.existsSync(path.join(ROOT, `starter/services/${service}.json`)), service).toBe(true);
	}
	for (const lang of ['ru', 'fi', 'en']) {
		expect((read(`messages/desk/${lang}.json`) as Record<string, string>)[`trap.${id}`] ?? '').not.toBe('');
	}
});

test.each(Object.entries(BROUGHT))('%s is stopped where the table says, and recognised', (id, brought) => {
	const trap = rows.find((one) => one.id === id);
	for (const stop of trap?.stops ?? []) expect(STOPS[stop](brought), stop).toBe(true);
	const hasHidden = mask(brought.text).spans.length > 0;
	// Slogans and insults no list of words tells: the helper does, and the answer stands among all the others.
	if (id !== 'provocation') expect(recognise(brought.text, hasHidden, urgentNeed)).toContain(id);
});

test('every trap of the table is brought here, and nothing else', () => {
	expect(Object.keys(BROUGHT).sort()).toEqual(rows.map(({ id }) => id).sort());
});

test('no ready phrase of an answer falls into a trap itself', () => {
	const answers = PHRASES.filter(({ id }) => rows.some(({ phrases }) => phrases.includes(id)));
	const wrong = answers.filter(({ texts }) =>
		Object.values(texts).some((text) => asksForCodes(text) || judgesEntitlement(text)),
	);
	expect(wrong.map(({ id }) => id)).toEqual([]);
});
