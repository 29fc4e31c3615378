import { expect, test } from 'vitest';
import { readService } from './schema.ts';

const known = { languages: ['ru', 'fi'], topics: ['housing'] };
const texts = { ru: 'Жильё', fi: 'Asunto' };
const card = {
	id: 'heka',
	position: 1,
	names: texts,
	provider: texts,
	url: 'https://heka.example',
	topics: ['housing'],
	login: ['bank'],
	languages: ['fi'],
	confidence: 'high',
	whatItIs: texts,
};

function faultsOf(change: object): string[] {
	const result = readService({ ...card, ...change }, known);
	return 'faults' in result ? result.faults.map(({ field, sentence }) => `${field} ${sentence}`) : [];
}

test('a card with only the parts it needs is read as it stands', () => {
	expect(readService(card, known)).toEqual({ service: card });
});

test('a text may be there in more languages than the interface has', () => {
	expect(faultsOf({ names: { ...texts, uk: 'Житло' } })).toEqual([]);
});

test.each([
	[{ id: '../heka' }, 'id must be like-this-1'],
	[{ position: 1.5 }, 'position must be whole'],
	[{ names: { ru: 'Жильё' } }, 'names is missing in fi'],
	[{ names: { ...texts, fi: '  ' } }, 'names.fi must not be empty'],
	[{ whatItIs: 'Жильё' }, 'whatItIs must be texts by language'],
	[{ url: 'javascript:alert(1)' }, 'url must begin with https:// or http://'],
	[{ topics: ['garden'] }, 'topics.0 "garden" is not one of the topics'],
	[{ topics: [] }, 'topics must not be empty'],
	[{ login: ['key'] }, 'login.0 must be one of bank, mobile, cert, eidas, fa, password, email, none'],
	[{ goodToKnow: [] }, 'goodToKnow must not be empty'],
	[{ goodToKnow: [{ texts, doubtful: 'yes' }] }, 'goodToKnow.0.doubtful must be true or false'],
	[{ phone: { number: 'call us', note: texts } }, 'phone.number must be digits'],
	[{ phone: { number: '112' } }, 'phone.note must be there'],
	[{ scams: { ...texts, ru: '[[fi:Lähetä' } }, 'scams.ru has a broken [[language:…]] mark'],
	[{ price: '5 €' }, 'price is not a part of a card'],
])('%j is refused with the name of its field', (change, sentence) => {
	expect(faultsOf(change)).toContain(sentence);
});

test('a part that must be there is missed by name', () => {
	const { whatItIs: _, ...rest } = card;
	expect(readService(rest, known)).toEqual({ faults: [{ field: 'whatItIs', sentence: 'must be there' }] });
});

test('what is no card at all is refused too', () => {
	for (const raw of [null, 'heka', 7, []]) expect(readService(raw, known)).toHaveProperty('faults');
});
