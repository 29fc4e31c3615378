import { describe, expect, it } from 'vitest';
import { findSecrets, findSplitSecret, mask } from './mask.ts';
import { inGroups, specimenHetu, specimenIban, withLuhnDigit } from './masking/specimens.ts';

const HETU = specimenHetu('010190', '-', 960);
const IBAN = 'FI2112345600000785';
const CARD = '4111111111111111';
const RETURN_CODE = withLuhnDigit('1234567890123456789');

function kinds(text: string, before: string[] = []): string[] {
	return findSecrets(text, { before }).map(({ kind }) => kind);
}

function hidden(text: string, before: string[] = []): string[] {
	return findSecrets(text, { before }).map(({ start, end }) => text.slice(start, end));
}

describe('identity codes', () => {
	const [day, number] = [HETU.slice(0, 6), HETU.slice(7)];

	it.each([...'+-UVWXYABCDEFabcdefuvwxy'])('is hidden with the sign %s', (sign) => {
		expect(hidden(`Tässä ${day}${sign}${number}.`)).toEqual([`${day}${sign}${number}`]);
	});

	it.each([
		`${day}–${number.toLowerCase()}`,
		`${day} - ${number}`,
		`${day}\u2212${number}`,
		`${day}-\n${number}`,
		`01 01 90-${number}`,
		`01.01.90-${number}`,
		`01.01.1990-${number}`,
		[...HETU].join(' '),
		`${day}\u200b-\u200d${number}`,
		`${day}\u00ad${number}`,
		`${day}\u00a0-\u00a0${number}`,
		'０１０１９０－９６０' + number.slice(3),
		'٠١٠١٩٠-٩٦٠' + number.slice(3),
	])('is hidden in the spelling %j', (spelling) => {
		expect(hidden(`вот ${spelling}, спасибо`)).toEqual([spelling]);
	});

	it('is hidden with Cyrillic letters that look like the sign and the check character', () => {
		const code = withCheck('A', 'H').replace('A', 'А').replace('H', 'Н');
		expect(hidden(`хм ${code}`)).toEqual([code]);
	});

	it('needs a date that exists in its century', () => {
		expect(kinds(specimenHetu('290200', 'A', 950))).toEqual(['hetu']);
		expect(kinds(specimenHetu('290200', '-', 950))).toEqual([]);
		expect(kinds(specimenHetu('310490', '-', 950))).toEqual([]);
		expect(kinds(specimenHetu('001290', '-', 950))).toEqual([]);
		expect(kinds(specimenHetu('311390', '-', 950))).toEqual([]);
	});

	it('needs the right check character, unless a word for it stands near', () => {
		const wrong = HETU.slice(0, 10) + (HETU.endsWith('A') ? 'B' : 'A');
		expect(kinds(`Tässä ${wrong}`)).toEqual([]);
		for (const words of ['Henkilötunnukseni on', 'мой персональный код', 'personnummer', 'my personal code is']) {
			expect(hidden(`${words} ${wrong}`)).toEqual([wrong]);
		}
		expect(hidden(wrong, ['мой хету сейчас напишу'])).toEqual([wrong]);
	});

	it.each(['010190 960X', '01019-960X', '0101901-960X', 'O10190-960X', '010190-96X', '010190_960X'])(
		'is hidden when mistyped as %s after its name',
		(wrong) => expect(hidden(`hetu: ${wrong}`)).toEqual([wrong]),
	);

	it('is not found inside a longer number or word', () => {
		expect(kinds(`7${HETU}`)).toEqual([]);
		expect(kinds(`${HETU}7`)).toEqual([]);
	});
});

describe('account numbers', () => {
	it.each([IBAN, IBAN.toLowerCase(), inGroups(IBAN, 4, ' '), inGroups(IBAN, 4, '-'), inGroups(IBAN, 4, '\n')])(
		'is hidden as %j',
		(spelling) => expect(findSecrets(`x ${spelling} 100 €`)).toEqual([span(2, spelling, 'iban')]),
	);

	it.each([
		specimenIban('EE', '2200221020145685'),
		specimenIban('DE', '370400440532013000'),
		specimenIban('GB', 'NWBK60161331926819'),
		specimenIban('NL', 'ABNA0417164300'),
		specimenIban('LV', 'BANK0000435195001'),
	])('is hidden for the country of %s', (iban) => expect(hidden(`tili ${iban}.`)).toEqual([iban]));

	it('is hidden where the name of the bank is glued to it', () =>
		expect(hidden(`IBAN${IBAN}BICNDEAFIHH`)).toEqual([IBAN]));

	it('needs the length of its country and a remainder of one', () => {
		expect(kinds('FI21 1234 5600 0007 86')).toEqual([]);
		expect(kinds('FI21 1234 5600 0007 851')).toEqual([]);
		expect(kinds('XX21 1234 5600 0007 85')).toEqual([]);
	});

	it('does not read words after a number as letters of an account', () => {
		expect(kinds('it 45 is not the number we were looking for today')).toEqual([]);
	});
});

describe('cards', () => {
	it.each([
		CARD,
		'4111 1111 1111 1111',
		'4111-1111-1111-1111',
		'4111.1111.1111.1111',
		'4111 1111\n1111 1111',
		'４１１１ １１１１ １１１１ １１１１',
		'4222222222222',
		'378282246310005',
		'3782 822463 10005',
		'5555555555554444',
		'2223003122003222',
		'2200123456789019',
		'30569309025904',
		'3530111333300000',
		'6011111111111117',
	])('is hidden as %j', (card) => expect(findSecrets(`карта ${card} до`)).toEqual([span(6, card, 'card')]));

	it('is told from the expiry date and the security number beside it', () => {
		expect(hidden('4111 1111 1111 1111 12/29 cvv 123')).toEqual(['4111 1111 1111 1111', '123']);
	});

	it('needs its Luhn digit, an issuer and a place of its own', () => {
		expect(kinds('4111 1111 1111 1112')).toEqual([]);
		expect(kinds(withLuhnDigit('911111111111111'))).toEqual([]);
		expect(kinds(`https://example.org/${CARD}`)).toEqual([]);
		expect(kinds(`+${CARD}`)).toEqual([]);
		expect(kinds(`AB${CARD}`)).toEqual([]);
	});

	it('is not an order, an invoice or a parcel', () => {
		expect(kinds(`Tilausnumero: ${CARD}`)).toEqual([]);
		expect(kinds(`номер заказа ${CARD}`)).toEqual([]);
		expect(kinds(`Viite ${CARD}`)).toEqual([]);
		expect(kinds(`tilausta varten korttini ${CARD}`)).toEqual(['card']);
	});
});

describe('the return code of this site', () => {
	it.each([inGroups(RETURN_CODE, 4, ' '), inGroups(RETURN_CODE, 4, '-'), inGroups(RETURN_CODE, 4, '\n'), RETURN_CODE])(
		'is hidden as %j',
		(code) => expect(findSecrets(code)).toEqual([span(0, code, 'code')]),
	);

	it('is left when its last digit is wrong and nothing calls it a code', () => {
		const wrong = RETURN_CODE.slice(0, 19) + ((Number(RETURN_CODE[19]) + 1) % 10);
		expect(kinds(inGroups(wrong, 4, ' '))).toEqual([]);
		expect(kinds(`код ${inGroups(wrong, 4, ' ')}`)).toEqual(['code']);
	});
});

describe('a number in two messages', () => {
	it.each([
		['мой 010190-', HETU.slice(7), 'hetu'],
		['мой 010190', HETU.slice(6), 'hetu'],
		['мой 010190', HETU.slice(7), 'hetu'],
		['FI21 1234 5600', '0007 85', 'iban'],
		['карта 4111 1111', '1111 1111', 'card'],
		['пин 12', '34', 'code'],
		[RETURN_CODE.slice(0, 8), RETURN_CODE.slice(8), 'code'],
	])('is found over %j and %j', (previous, text, kind) => {
		const found = findSplitSecret([previous], text);
		expect(found).toMatchObject({ kind, inText: span(0, text, kind) });
		expect(found?.inBefore).toMatchObject([{ message: 0, span: { end: previous.length, kind } }]);
		expect(hidden(text, [previous])).toEqual([text]);
	});

	it('is found with words that lead over', () => {
		const found = findSplitSecret(['начало 4111 1111, дальше'], 'и ещё 1111 1111.');
		expect(found?.inBefore).toEqual([{ message: 0, span: { start: 7, end: 16, kind: 'card' } }]);
		expect(found?.inText).toEqual({ start: 6, end: 15, kind: 'card' });
	});

	it('is found over three', () => {
		const before = ['карта 4111 1111', '1111'];
		expect(hidden('1111', before)).toEqual(['1111']);
		expect(findSplitSecret(before, '1111')?.inBefore).toEqual([
			{ message: 0, span: { start: 6, end: 15, kind: 'card' } },
			{ message: 1, span: { start: 0, end: 4, kind: 'card' } },
		]);
	});

	it.each([
		['482190', 'это код из смс', 'code'],
		['Kissa2019', 'tämä on salasana', 'code'],
		['101090-9601', 'вот мой личный код', 'hetu'],
	])('that is named only in the next message is found: %j, %j', (previous, text, kind) => {
		const whole = { message: 0, span: { start: 0, end: previous.length, kind } };
		expect(findSplitSecret([previous], text)).toEqual({ kind, inBefore: [whole], inText: null });
	});

	it.each([
		['Мне 67 лет, живу по адресу 1234', 'код не пришёл'],
		['70100 Kuopio', 'tässä koodi'],
		['482190', 'спасибо, всё получилось'],
		['482190', 'код 5511'],
	])('that nothing names stays: %j, %j', (previous, text) => {
		expect(findSplitSecret([previous], text)).toBeNull();
	});

	it('is not found where two harmless numbers follow each other', () => {
		expect(findSplitSecret(['Мой телефон 040 123 4567'], '70100 Kuopio')).toBeNull();
		expect(findSplitSecret(['код пришёл в 12'], '34 минуты назад')).toBeNull();
		expect(findSplitSecret(['пин ••••••'], '34')).toBeNull();
	});
});

describe('offsets', () => {
	it('count UTF-16 units of the original, astral characters and dropped marks included', () => {
		const text = `😀👩‍👧 é 𝟒𝟏𝟏𝟏 1111 1111 1111 😀`;
		expect(hidden(text)).toEqual(['𝟒𝟏𝟏𝟏 1111 1111 1111']);
		expect(mask(text).text).toBe('😀👩‍👧 é •••••• 😀');
	});

	it('take a whole character where one of its parts belongs to the number', () => {
		expect(hidden('код ⑩⑫⑬')).toEqual(['⑩⑫⑬']);
	});
});

function span(start: number, value: string, kind: string) {
	return { start, end: start + value.length, kind };
}

/** A specimen with this sign whose check character is the wanted one. */
function withCheck(sign: string, check: string): string {
	for (let number = 900; number < 1000; number++) {
		const code = specimenHetu('050505', sign, number);
		if (code.endsWith(check)) return code;
	}
	throw new Error(`No specimen ends in ${check}`);
}
