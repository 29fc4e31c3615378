import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenOf, readXml, textIn } from '../../../../bin/testing/xml.ts';
import { atomFeed, type Entry } from './feed.ts';

const entry: Entry = {
	...{ path: '/ru/changes/new-name', title: 'Новое имя', summary: 'Что сделать Вам: проверьте.' },
	...{ published: '2026-01-01T00:00:00Z', updated: '2026-02-01T00:00:00Z' },
};
const feed = {
	lang: 'ru',
	origin: 'https://silta.example:8443',
	path: '/ru/changes',
	title: 'Что изменилось',
	author: 'Silta',
};

test('the feed has what RFC 4287 demands: id, title, updated, author, and a link to itself and to its page', () => {
	const root = readXml(
		atomFeed({ ...feed, entries: [entry, { ...entry, path: '/ru/changes/b', updated: '2026-03-01T00:00:00Z' }] }),
	);
	expect(root).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'ru' } });
	expect(textIn(root, 'id')).toBe('tag:silta.example,2026:/ru/changes');
	expect(textIn(root, 'updated')).toBe('2026-03-01T00:00:00Z');
	expect(childrenOf(root, 'author').map((author) => textIn(author, 'name'))).toEqual(['Silta']);
	expect(childrenOf(root, 'link').map(({ attributes: { rel, href } }) => [rel, href])).toEqual([
		['self', 'https://silta.example:8443/ru/changes.atom'],
		['alternate', 'https://silta.example:8443/ru/changes'],
	]);
});

test('every entry has an id of its own that does not hang on its text, and an absolute link', () => {
	const [first] = childrenOf(readXml(atomFeed({ ...feed, entries: [entry] })), 'entry');
	const [same] = childrenOf(readXml(atomFeed({ ...feed, entries: [{ ...entry, title: 'Другое' }] })), 'entry');
	if (!first || !same) throw new Error('no entry');
	expect(textIn(first, 'id')).toBe('tag:silta.example,2026:/ru/changes/new-name');
	expect(textIn(same, 'id')).toBe(textIn(first, 'id'));
	expect(childrenOf(first, 'link')[0]?.attributes.href).toBe('https://silta.example:8443/ru/changes/new-name');
	expect([textIn(first, 'published'), textIn(first, 'updated')]).toEqual([entry.published, entry.updated]);
});

test('a feed without entries is a feed', () => {
	expect(textIn(readXml(atomFeed({ ...feed, entries: [] })), 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('whatever a text holds, the feed is well formed and gives it back', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (title) => {
			const [read] = childrenOf(readXml(atomFeed({ ...feed, entries: [{ ...entry, title: `-${title}-` }] })), 'entry');
			expect(read && textIn(read, 'title')).toBe(`-${[...title].filter(isKnown).join('')}-`);
		}),
	);
});

function isKnown(sign: string): boolean {
	const code = sign.codePointAt(0) ?? 0;
	const isSurrogate = code >= 0xd800 && code < 0xe000;
	return code >= 0x20 ? !isSurrogate && code !== 0xfffe && code !== 0xffff : [9, 10, 13].includes(code);
}
