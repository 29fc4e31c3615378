import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Answer, request } from '../common/request.ts';
import { ROOT } from '../common/server.ts';

/** One public page as it goes over the line. Bytes are those of the page with its style, compressed. */
export type Weighed = {
	readonly path: string;
	readonly kind: string;
	readonly br: number;
	readonly gzip: number;
	/** Other addresses that the page loads by itself: style, script, pictures. */
	readonly loads: readonly string[];
	readonly scripts: readonly string[];
};

const PAGES = path.join(ROOT, 'src/routes/[lang=lang]');
const LANGUAGES = ['ru', 'fi', 'en'];
/** Where people begin, and what nothing leads to as long as it is empty. */
const BEGINNINGS = ['', '/search?q=kela', '/chat', '/videos'];
const MOST = 2_000;

/** Every page that links lead to from the first page, in every language. */
export async function crawl(base: string): Promise<Weighed[]> {
	const weighed: Weighed[] = [];
	for (const lang of LANGUAGES) {
		const waiting = BEGINNINGS.map((path) => `/${lang}${path}`);
		for (let at = 0; at < waiting.length && at < MOST; at++) {
			const page = await weigh(base, waiting[at] ?? '');
			if (!page) continue;
			weighed.push(page.weighed);
			for (const found of page.links) if (!waiting.includes(found)) waiting.push(found);
		}
	}
	return weighed;
}

/** The kinds of public pages there are: each folder with a page. */
export function kinds(folder = PAGES): string[] {
	const own = fs.existsSync(path.join(folder, '+page.svelte')) ? [kindOfFolder(folder)] : [];
	const below = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return [...own, ...below.flatMap(({ name }) => kinds(path.join(folder, name)))];
}

function kindOfFolder(folder: string): string {
	return `/${path.relative(PAGES, folder)}`.replace('/(pages)', '') || '/';
}

function kindOf(address: string): string {
	const segments = address.split('?')[0]?.split('/').slice(2) ?? [];
	const matches = (kind: string): boolean => {
		const parts = kind.split('/').filter(Boolean);
		return parts.length === segments.length && parts.every((part, at) => part.startsWith('[') || part === segments[at]);
	};
	// An address that is named goes before one with a part that can be anything.
	const exact = (kind: string): number => kind.split('[').length;
	return (
		kinds()
			.filter(matches)
			.sort((a, b) => exact(a) - exact(b))[0] ?? address
	);
}

async function weigh(base: string, address: string): Promise<{ weighed: Weighed; links: string[] } | null> {
	const br = await settled(base, address, 'br');
	if (br.status !== 200 || !br.headers['content-type']?.startsWith('text/html')) return null;
	const gzip = await settled(base, address, 'gzip');
	const html = (br.headers['content-encoding'] === 'br' ? brotliDecompressSync(br.body) : br.body).toString();
	const loads = loadsOf(html, base + address).map((load) => load.replace(base, ''));
	const styles = loads.filter((one) => one.endsWith('.css'));
	return {
		weighed: {
			...{ path: address, kind: kindOf(address), loads },
			br: br.body.length + (await bytesOf(base, styles, 'br')),
			gzip: gzip.body.length + (await bytesOf(base, styles, 'gzip')),
			scripts: html.match(/<script\b(?! type="application\/ld\+json")[^>]*>/g) ?? [],
		},
		links: linksOf(html, address.slice(1, 3)),
	};
}

async function bytesOf(base: string, addresses: readonly string[], encoding: string): Promise<number> {
	const answers = await Promise.all(addresses.map((address) => settled(base, address, encoding)));
	return answers.reduce((sum, { body }) => sum + body.length, 0);
}

/** The first answer of a page may go out before its best compression is ready. */
async function settled(base: string, address: string, encoding: string): Promise<Answer> {
	const ask = (): Promise<Answer> =>
		request('GET', base + address, { headers: { 'accept-encoding': encoding, accept: 'text/html' } });
	const first = await ask();
	if (first.status !== 200) return first;
	await new Promise((resolve) => setTimeout(resolve, 15));
	return ask();
}

/** A disabled style is not fetched: the framework leaves it as a mark beside one that stands in the page. */
const LINKED =
	/<link\b(?![^>]*\sdisabled\b)(?=[^>]*\brel="(?:stylesheet|icon|modulepreload|preload|manifest)")[^>]*\bhref="([^"]+)"/g;
const SOURCED = /<(?:script|img|source|iframe|video|audio|embed)\b[^>]*\bsrc="([^"]+)"/g;

/** Full addresses, whether they stand in the page in full or not. */
function loadsOf(html: string, page: string): string[] {
	const inMarkup = [...html.matchAll(LINKED), ...html.matchAll(SOURCED)].map((match) => match[1] ?? '');
	const inStyle = [...html.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1] ?? '');
	const outside = [...inMarkup, ...inStyle].filter((address) => !/^(data:|#)/.test(address));
	return [...new Set(outside.map((address) => new URL(address, page).href))];
}

function linksOf(html: string, lang: string): string[] {
	const all = [...html.matchAll(/<a\b[^>]*\bhref="([^"#?]+)/g)].map((match) => match[1] ?? '');
	const own = all.filter((address) => address === `/${lang}` || address.startsWith(`/${lang}/`));
	// The short way to a person leads on to the chat; saving a talk needs one.
	return own.filter((address) => !address.endsWith('/ask') && !address.endsWith('/chat/save'));
}
