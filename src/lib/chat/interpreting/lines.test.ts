import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speaker } from '#lib/platform/i18n/say.ts';
import type { Made, Message } from '../conversation.ts';
import { forClerk } from './clerk.ts';
import { linesOf } from './lines.ts';
import { renderingsOf } from './rendering.ts';

const words = (area: string): object =>
	JSON.parse(fs.readFileSync(new URL(`../../../../messages/${area}/fi.json`, import.meta.url), 'utf8'));
const say = speaker(
	Object.fromEntries(Object.entries(words('chat')).map(([key, text]) => [`chat.${key}`, text])),
	'fi',
);
const MARKS: Record<Made, string> = {
	human: 'Käännös: Anna (ihminen)',
	machine: 'Konekäännöksen luonnos, kukaan ei ole tarkistanut',
	checked: 'Konekäännöksen luonnos, ihminen tarkistanut: Anna',
};

const blank = { card: null, picture: null, hidden: [], aboutSeq: null, made: null, signed: null };
const text = (seq: number, author: Message['author'], language: string): Message => ({
	...{ ...blank, seq, author, kind: 'text', text: `words${seq}.`, language },
	...{ sentAt: '2026-11-22T10:00:00Z', clientId: `client-${seq}` },
});
const rendered = (seq: number, aboutSeq: number, language: string, made: Made): Message => ({
	...{ ...text(seq, 'helper', language), kind: 'rendering', aboutSeq, made, signed: 'Anna' },
});

const LANGS = ['ru', 'fi', 'en'] as const;
const lang = fc.constantFrom(...LANGS);
const made = fc.constantFrom<Made[]>('human', 'machine', 'checked');
const author = fc.constantFrom<Message['author'][]>('visitor', 'helper', 'clerk');
const talk = fc
	.record({
		said: fc.array(fc.record({ author, language: lang }), { minLength: 1, maxLength: 6 }),
		rendered: fc.array(fc.record({ about: fc.nat(5), language: lang, made }), { maxLength: 10 }),
	})
	.map(({ said, rendered: all }): Message[] => {
		const messages = said.map(({ author, language }, at) => text(at + 1, author, language));
		const about = all.filter((one) => (messages[one.about]?.language ?? one.language) !== one.language);
		return [
			...messages,
			...about.map((one, at) => rendered(messages.length + at + 1, one.about + 1, one.language, one.made)),
		];
	});

/** What the two pages show, line by line; the saved copy is held by a test of its own. */
const PRESENTERS: Record<string, (messages: readonly Message[], reads: string) => string[]> = {
	'the visitor’s page': shownTo,
	'the clerk’s page': (messages, reads) => shownTo(messages.map(asClerkGets), reads),
};

test.each(Object.keys(PRESENTERS))('what a machine made is marked on %s, and the original is always there', (name) => {
	fc.assert(
		fc.property(talk, lang, (messages, reads) => {
			const bubbles = PRESENTERS[name]?.(messages, reads) ?? [];
			for (const { seq, kind, aboutSeq, made } of messages) {
				if (kind === 'text') expect(bubbles[seq - 1]).toContain(`words${seq}.`);
				const bubble = aboutSeq === null ? '' : (bubbles[aboutSeq - 1] ?? '');
				if (made && bubble.includes(`words${seq}.`)) expect(bubble).toContain(MARKS[made]);
			}
		}),
	);
});

test('her own language is large, the other small; a machine’s words are never said without their mark', () => {
	const message = text(1, 'clerk', 'fi');
	const [rendering] = renderingsOf([message, rendered(2, 1, 'ru', 'machine')]).get(1) ?? [];
	if (!rendering) throw new Error('not rendered');
	expect(linesOf(say, 'ru', message, [rendering]).map(({ look, text }) => [look, text])).toEqual([
		['said', 'words2.'],
		['mark', MARKS.machine],
		['label', 'Alkuperäinen, kieli: финский'],
		['other', 'words1.'],
	]);
	expect(linesOf(say, 'fi', message, [rendering]).map(({ look }) => look)).toEqual(['said', 'label', 'other', 'mark']);
	expect(linesOf(say, 'ru', message, []).map(({ look }) => look)).toEqual(['said', 'awaited']);
	expect(linesOf(say, 'fi', message, []).map(({ look }) => look)).toEqual(['said']);
});

function shownTo(messages: readonly Message[], reads: string): string[] {
	const renderings = renderingsOf(messages);
	const bubbles = messages.filter(({ kind }) => kind !== 'rendering');
	return bubbles.map((message) => {
		const lines = linesOf(say, reads, message, renderings.get(message.seq) ?? []);
		return lines.map(({ text }) => text).join('\n');
	});
}

/** As it arrives in the clerk's browser. */
function asClerkGets(step: Message): Message {
	const { kind, ...rest } = forClerk(step, { fromSeq: 0 });
	if (kind === 'passed') throw new Error('kept from the clerk');
	return { ...rest, kind };
}
