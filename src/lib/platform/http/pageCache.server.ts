import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * The same bytes for everybody: finished public pages, compressed once, kept as long as the revision of the public
 * content is the one they were made from. Only pages that look at no cookie may come in here.
 */
export type CachedPage = {
	readonly revision: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly plain: Buffer;
	readonly encoded: Partial<Record<'br' | 'gzip', Buffer>>;
};

const LARGEST = 2_000;
const pages = new Map<string, CachedPage>();

export function findPage(path: string, revision: string): CachedPage | undefined {
	const page = pages.get(path);
	if (page?.revision === revision) return page;
	pages.delete(path);
	return undefined;
}

export async function keepPage(path: string, revision: string, headers: Headers, body: string): Promise<void> {
	const plain = Buffer.from(body);
	const page: CachedPage = { revision, headers: Object.fromEntries(headers), plain, encoded: {} };
	if (pages.size >= LARGEST) pages.delete(pages.keys().next().value ?? '');
	pages.set(path, page);
	const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, BROTLI), promisify(gzip)(plain, { level: 9 })]);
	if (pages.get(path) === page) pages.set(path, { ...page, encoded: { br, gzip: gz } });
}

/** The best encoding the reader takes, of those that are ready. */
export function encodingFor(page: CachedPage, accept: string): 'br' | 'gzip' | undefined {
	if (page.encoded.br && /\bbr\b/.test(accept)) return 'br';
	return page.encoded.gzip && /\bgzip\b/.test(accept) ? 'gzip' : undefined;
}

const BROTLI = {
	params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
