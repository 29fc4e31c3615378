import { expect, test } from 'vitest';
import { malformed, missingKeys, shouting, uneven, unknown, unused } from './messages.ts';
import { planted, realTree } from './tree.ts';

const LANGUAGES = JSON.stringify([{ code: 'ru' }, { code: 'fi' }]);
const tree = realTree();

/** A tree with one area `desk`, its words in two languages, and a source. */
function plant(ru: object, fi: object, source = '') {
	return planted({
		'messages/languages.json': LANGUAGES,
		'messages/desk/ru.json': JSON.stringify(ru),
		'messages/desk/fi.json': JSON.stringify(fi),
		'src/routes/+page.svelte': source,
	});
}

test('every key is there in every language', () => {
	expect(missingKeys(plant({ a: 'А', b: 'Б' }, { a: 'A' }))).toEqual(['fi lacks desk.b']);
	expect(missingKeys(tree)).toEqual([]);
});

test('the same key has the same placeholders in every language', () => {
	const plural = { one: '{count} x', few: '{count} x', many: '{count} x', other: '{count} x' };
	expect(uneven(plant({ a: '{name}' }, { a: '{nimi}' }))).toEqual(['fi desk.a']);
	expect(uneven(plant({ a: plural }, { a: { one: 'yksi', other: '{count}' } }))).toEqual([]);
	expect(uneven(tree)).toEqual([]);
});

test('every entry is a sentence, or all the plural forms of its language', () => {
	const forms = { one: 'x', other: 'y' };
	expect(malformed(plant({ a: forms, b: ' ' }, { a: forms, b: 'b ' }))).toEqual([
		'ru desk.a',
		'ru desk.b',
		'fi desk.b',
	]);
	expect(malformed(tree)).toEqual([]);
});

test('no sentence shouts', () => {
	expect(shouting(plant({ a: 'Готово!' }, { a: 'Valmis' }))).toEqual(['ru desk.a']);
	expect(shouting(tree)).toEqual([]);
});

test('every key is used', () => {
	const words = { 'in.full': 'x', 'by.way.one': 'x', 'by.other': 'x', left: 'x' };
	const source = "{say('desk.in.full')} {say(`desk.by.way.${way}`)} {say(`desk.${kind}.other`)}";
	expect(unused(plant(words, words, source))).toEqual(['desk.left']);
	expect(unused(tree)).toEqual([]);
});

test('every key that is named is there', () => {
	const source = "{say('desk.a')} {say(ok ? 'desk.b' : \"desk.c.d\")} {say(`desk.none.${x}`)} import './desk.css'";
	const found = unknown(plant({ a: 'x' }, { a: 'x' }, source));
	expect(found).toEqual([
		'src/routes/+page.svelte:1 desk.b',
		'src/routes/+page.svelte:1 desk.c.d',
		'/^desk\\.none\\..+$/',
	]);
	expect(unknown(tree)).toEqual([]);
});
