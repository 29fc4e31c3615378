import { expect, test } from 'vitest';
import { childrenOf, readXml, textIn } from '../../../bin/testing/xml.ts';
import { sitemap } from './map.ts';

test('each page stands in each of its languages and names the others, itself among them', () => {
	const pages = [{ path: '/terms/paatos', languages: ['ru', 'fi'], changed: '2026-11-01' }];
	const urls = childrenOf(readXml(sitemap(pages, 'https://silta.example')), 'url');
	expect(urls.map((url) => textIn(url, 'loc'))).toEqual([
		'https://silta.example/ru/terms/paatos',
		'https://silta.example/fi/terms/paatos',
	]);
	for (const url of urls) {
		expect(childrenOf(url, 'xhtml:link').map(({ attributes }) => [attributes.hreflang, attributes.href])).toEqual([
			['ru', 'https://silta.example/ru/terms/paatos'],
			['fi', 'https://silta.example/fi/terms/paatos'],
		]);
		expect(textIn(url, 'lastmod')).toBe('2026-11-01');
	}
});

test('a page that is there in one language has no alternates, and one of unknown age no day', () => {
	const [url] = childrenOf(readXml(sitemap([{ path: '', languages: ['fi'] }], 'http://localhost:3000')), 'url');
	expect(url?.children.map(({ name, text }) => [name, text])).toEqual([['loc', 'http://localhost:3000/fi']]);
});

test('an origin cannot break out of the markup', () => {
	expect(
		textIn(
			childrenOf(readXml(sitemap([{ path: '/a"&<b', languages: ['fi'] }], 'http://x')), 'url')[0] ?? fail(),
			'loc',
		),
	).toBe('http://x/fi/a"&<b');
});

function fail(): never {
	throw new Error('no address');
}
