import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnanswered, missOf } from './miss.ts';

describe('what is counted of a search without an answer', () => {
	it.each([
		['где взять ортопедическую подушку', 'где взять ортопедическую подушку'],
		['  Mistä saa   hyttysverkon? ', 'mistä saa hyttysverkon'],
		['HSL ВНЖ', 'hsl внж'],
		['Kela', 'kela'],
		['suomalainen ihminen maksaminen', 'suomalainen ihminen maksaminen'],
		['сообщение в Wilma', 'сообщение в wilma'],
		['карточка KELA не пришла', 'карточка kela не пришла'],
	])('keeps the words: %s', (query, kept) => expect(missOf(query)).toBe(kept));

	it.each([
		['позвонить 0401234567 срочно', 'позвонить срочно'],
		['hetu 131052-308T hävisi', /^hetu hävisi$/],
		['пишу на anna.k@example.fi про долг', 'пишу на про долг'],
		['счёт FI21 1234 5600 0007 85 закрыт', 'счёт закрыт'],
		['живу Mannerheimintie 12 B 34 протечка', 'живу протечка'],
		['улица Ленина 15 шум', 'шум'],
		['номер дела AB123456 где', 'номер дела где'],
		['https://example.fi/x?y=1 это правда', 'это правда'],
		['у меня 3 кота', 'у меня кота'],
	])('strikes out numbers and addresses: %s', (query, kept) => {
		if (typeof kept === 'string') expect(missOf(query)).toBe(kept);
		else expect(missOf(query)).toMatch(kept);
	});

	it.each([
		['долги Корхонена', 'долги'],
		['адвокат Мария Ивановна', 'адвокат'],
		['сергей петрович врач', 'врач'],
		['lääkäri virtanen', 'lääkäri'],
		['Pekka Korhonen vouti', 'vouti'],
		['наташе нужна няня', 'нужна няня'],
		['посмотри где живёт Кузнецова', 'посмотри где живёт'],
		['соседка василенко шумит', 'соседка шумит'],
		['my neighbour John Smith is loud', 'my neighbour is loud'],
	])('strikes out names of people: %s', (query, kept) => expect(missOf(query)).toBe(kept));

	it.each(['', '  ', '?!…', '123 456', '😀😀', 'Мария Ивановна', '\u0000\u202e', 'x', 'слово '.repeat(20)])(
		'counts nothing of «%s»',
		(query) => expect(missOf(query)).toBeNull(),
	);

	it('never keeps a digit or more than eighty letters, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
				const kept = missOf(query) ?? '';
				expect(kept).not.toMatch(/[\p{N}@]/u);
				expect(kept.length).toBeLessThanOrEqual(80);
				expect(kept).toBe(kept.toLowerCase());
			}),
		);
	});
});

describe('unanswered', () => {
	const found = {
		document: { kind: 'service', id: 'a', names: {}, purpose: {}, aliases: [] },
		score: 1,
		matched: '',
	} as const;

	it('is a search that found nothing, or nothing that fits', () => {
		expect(isUnanswered({ results: [], certainty: 1 })).toBe(true);
		expect(isUnanswered({ results: [found], certainty: 0.1 })).toBe(true);
		expect(isUnanswered({ results: [found], certainty: 0.8 })).toBe(false);
	});
});
