import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../item/fingerprint.ts';
import { type Block, BLOCK_KINDS, PARTS, type SourceText, type Translation } from '../../item/item.ts';
import { faultsOfAbout } from './aboutFaults.ts';
import { faultsByField } from './faults.ts';
import { partsFor, partsToTranslate } from './parts.ts';
import { readSheet } from './readSheet.ts';
import { freeId, reshaped, wishOf } from './shape.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { easyOfSheet, sourceOfSheet, translationOfSheet } from './textOfSheet.ts';

const word = fc
	.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
	.map((text) => `x${text.replace(/[\r\n]/g, ' ')}x`);
const label = word.map((text) => text.trim());
const block = fc.record(
	{
		id: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/),
		kind: fc.constantFrom(...BLOCK_KINDS),
		words: fc.dictionary(fc.constantFrom(...PARTS), word, { noNullPrototype: true }),
		control: fc.record(
			{ fi: label, sv: label, en: label, seen: fc.boolean() },
			{ requiredKeys: ['fi', 'seen'], noNullPrototype: true },
		),
		logic: fc.constantFrom('then', 'or'),
		must: fc.constantFrom('required', 'optional'),
		minutes: fc.integer({ min: 1, max: 600 }),
		doubtful: fc.constant(true),
		picture: fc.constant('a'.repeat(64)),
	},
	{ requiredKeys: ['id', 'kind', 'words'], noNullPrototype: true },
);
const source = fc
	.uniqueArray(block, { minLength: 1, maxLength: 8, selector: ({ id }) => id })
	.map((blocks) => ({ about: { risk: 'money', topics: ['tax'], elsewhere: { kept: 1 } }, blocks }) as SourceText);

/** What a browser sends for the fields that show a sheet. */
function formOf({ about, blocks, signed, removed }: Sheet): [string, string][] {
	const tick = (name: string, isOn: boolean): [string, string][] => (isOn ? [[name, 'on']] : []);
	return [
		...Object.entries(about).map(([name, text]): [string, string] => [`about.${name}`, text.replaceAll('\n', '\r\n')]),
		...blocks.flatMap((one): [string, string][] => [
			['block', one.id],
			[`kind.${one.id}`, one.kind],
			...Object.entries(one.words).map(([part, text]): [string, string] => [`words.${one.id}.${part}`, text]),
			...(['fi', 'sv', 'en'] as const).map((lang): [string, string] => [
				`control.${one.id}.${lang}`,
				one.control[lang],
			]),
			...tick(`seen.${one.id}`, one.control.seen),
			...[`logic.${one.id}`, `must.${one.id}`, `minutes.${one.id}`, `picture.${one.id}`].map(
				(name): [string, string] => [
					name,
					String(one[name.split('.')[0] as 'logic']), // the names above are its fields
				],
			),
			...tick(`doubtful.${one.id}`, one.doubtful),
		]),
		...signed.map((id): [string, string] => [`sign.${id}`, 'on']),
		...removed.map((id): [string, string] => [`gone.${id}`, 'on']),
	];
}

test('a source text shown in the form and sent unchanged is the same text, and keeps what no field shows', () => {
	fc.assert(
		fc.property(source, (text) => {
			expect(sourceOfSheet(readSheet(formOf(sheetOf(text, 'guide'))), 'guide', text)).toEqual(text);
		}),
	);
});

test('nothing a form can hold breaks the reading of it', () => {
	const name = fc.oneof(
		fc.string(),
		fc.constantFrom('block', 'words.__proto__.text', 'words.a.text', 'about.constructor'),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(name, fc.oneof(fc.string(), fc.integer()))), (form) => {
			const sheet = readSheet(form);
			expect(() => sourceOfSheet(sheet, 'guide', null)).not.toThrow();
			expect(Object.prototype).not.toHaveProperty('text');
		}),
	);
});

const step = (id: string, text: string): Block => ({ id, kind: 'step', words: { text } });
const before: SourceText = { about: {}, blocks: [step('a', 'Yksi.'), step('b', 'Kaksi.'), step('c', 'Kolme.')] };
const after: SourceText = { about: {}, blocks: [step('a', 'Yksi.'), step('b', 'Kaksi uusi.'), step('d', 'Neljä.')] };
const signed = (text: string, at: Block | undefined, made: 'human' | 'machine' = 'human') => ({
	...{ words: { text }, made },
	basedOn: at ? fingerprintOf(at) : '',
});
const russian: Translation = {
	blocks: {
		a: signed('Один.', before.blocks[0]),
		b: signed('Два.', before.blocks[1], 'machine'),
		c: signed('Три.', before.blocks[2]),
	},
};
const typed = (fields: Record<string, string>) =>
	readSheet(Object.entries({ 'words.a.text': 'Один.', 'words.b.text': 'Два.', 'words.c.text': 'Три.', ...fields }));

test('a translated block that was left alone stays behind, and a machine’s; reworded or ticked, it holds to the source', () => {
	expect(translationOfSheet(typed({}), after, russian).blocks.b).toEqual(russian.blocks.b);
	const now = { basedOn: fingerprintOf(after.blocks[1] ?? step('', '')), made: 'human' };
	expect(translationOfSheet(typed({ 'sign.b': 'on' }), after, russian).blocks.b).toEqual({
		words: { text: 'Два.' },
		...now,
	});
	expect(translationOfSheet(typed({ 'words.b.text': 'Два новых.' }), after, russian).blocks.b).toMatchObject(now);
});

test('words for a step that is gone stay until somebody removes them; an empty field is no translation', () => {
	expect(translationOfSheet(typed({}), after, russian).blocks.c).toEqual(russian.blocks.c);
	expect(translationOfSheet(typed({ 'gone.c': 'on' }), after, russian).blocks).not.toHaveProperty('c');
	expect(translationOfSheet(typed({ 'words.d.text': '  ' }), after, russian).blocks).not.toHaveProperty('d');
});

test('an easy text holds to what it held to, until the editor says so of a block that changed', () => {
	const easy = { blocks: [step('t', 'Otsikko')], basedOn: { b: fingerprintOf(before.blocks[1] ?? step('', '')) } };
	const sheet = sheetOf(easy, 'guide');
	expect(easyOfSheet(sheet, after, easy)).toEqual(easy);
	expect(easyOfSheet({ ...sheet, signed: ['b'] }, after, easy)).toMatchObject({
		basedOn: { b: fingerprintOf(after.blocks[1] ?? step('', '')) },
	});
	expect(easyOfSheet(sheet, after, null)).toHaveProperty('basedOn.d');
});

test('blocks are added, moved and removed, and an id is never given twice', () => {
	const sheet = sheetOf(before, 'guide');
	const { sheet: more, touched } = reshaped(sheet, wishOf('add:a'), 'step', ['step-7', 'step-old']);
	expect(touched).toBe('step-8');
	expect(more.blocks.map(({ id }) => id)).toEqual(['a', 'step-8', 'b', 'c']);
	const ids = (wish: string) => reshaped(sheet, wishOf(wish), '', []).sheet.blocks.map(({ id }) => id);
	expect(ids('up:b')).toEqual(['b', 'a', 'c']);
	expect(ids('down:c')).toEqual(['a', 'b', 'c']);
	expect(ids('remove:a')).toEqual(['b', 'c']);
	expect(ids('up:nothing')).toEqual(['a', 'b', 'c']);
	expect(freeId('step', [])).toBe('step-1');
});

test('what is wrong is named at the field where it was typed', () => {
	const sheet = sheetOf(before, 'guide');
	const given = {
		'blocks.1.words.text': 'mark',
		'blocks.2': 'long',
		'about.position': 'number',
		about: 'risk',
		blocks: 'title',
	};
	expect(faultsByField(given, sheet)).toEqual({
		'words.b.text': 'mark',
		'block.c': 'long',
		'about.position': 'number',
		'about.risk': 'risk',
		blocks: 'title',
	});
	expect(faultsByField({ 'blocks.b.words.text': 'long' }, { blocks: [] })).toEqual({ 'words.b.text': 'long' });
});

test('fields of each kind are typed a line each and stored as they were', () => {
	const about = {
		...{ announced: '2026-11-01', unsettled: true, affects: [{ item: 'guide/permit' }], sources: ['migri.fi'] },
		...{ risk: 'permit', more: [1] },
	};
	const text: SourceText = { about, blocks: [step('title', 'x')] };
	expect(sourceOfSheet(sheetOf(text, 'change'), 'change', text)).toEqual(text);
	const term = { former: [{ name: 'maistraatti', until: '2019-12-31' }], reading: { ru: 'а́йка' }, forms: ['ajan'] };
	expect(sourceOfSheet(sheetOf({ ...text, about: term }, 'term'), 'term', text)).toMatchObject({ about: term });
});

test.each([
	['guide', { position: 'kymmenen' }, { position: 'number' }],
	['guide', { section: 'elsewhere' }, { section: 'choice' }],
	['change', { announced: '2026-13-41' }, { announced: 'day' }],
	['change', { affects: [{ item: 'the law' }] }, { affects: 'key' }],
	['service', { url: 'javascript:alert(1)' }, { url: 'url' }],
	['guide', { sources: ['vero.fi/x', 'https://kela.fi'] }, {}],
	['guide', { sources: ['vero.fi', 'ftp://vero.fi/x'] }, { sources: 'urls' }],
	['guide', { sources: ['the law on taxes'] }, { sources: 'urls' }],
	['guide', { sources: ['mailto:tax@vero.example'] }, { sources: 'urls' }],
	['term', { reading: { 'no colon': '' } }, { reading: 'pair' }],
	['term', { former: [{ name: 'x', until: 'eilen' }] }, { former: 'day' }],
	['guide', { position: 10, section: 'basics' }, {}],
])('of a %s, %j is told as %j', (kind, about, faults) => {
	expect(faultsOfAbout(kind, about)).toEqual(faults);
});

test('only the parts a block can have are asked for, and none that is filled is hidden', () => {
	const plain = { kind: 'step' as const };
	expect(partsFor(plain, 'ru', {})).toEqual(['text', 'where', 'see', 'wrong']);
	const control = { fi: 'Lähetä', seen: true };
	expect(partsFor({ ...plain, control }, 'ru', {})).toContain('meaning');
	expect(partsFor({ ...plain, control }, 'fi', {})).not.toContain('meaning');
	expect(partsFor({ kind: 'note', picture: 'x' }, 'fi', { ask: 'old' })).toEqual(['text', 'ask', 'alt']);
	expect(partsToTranslate({ ...plain, words: { text: 'Avaa.' } }, 'ru', {})).toEqual(['text']);
	expect(partsToTranslate({ kind: 'faq', control, words: { text: 'a', ask: 'b' } }, 'ru', {})).toEqual([
		...['ask', 'text', 'reading', 'meaning'],
	]);
});
