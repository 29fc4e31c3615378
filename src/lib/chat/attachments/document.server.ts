import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Pixels, redraw } from '#lib/platform/pictures/redraw.server.ts';
import { MOST_PAGES, type Page, type Unfoldable, type Unfolded } from './parcel.ts';

/** A hundred and forty dots an inch on A4: small print can be read. */
const LONGEST_SIDE = 1_600;
const MOST_MEMORY = 160 * 1_024 * 1_024;

type Library = Awaited<ReturnType<typeof loadLibrary>>;
type Document = Awaited<ReturnType<Library['loadDocument']>>;

/** The first pages of a PDF as pictures. Scripts, links, forms and files in it are no colours, so they stay behind. */
export async function pagesOf(bytes: Uint8Array, tellStep: () => void): Promise<Unfolded | Unfoldable> {
	try {
		const library = await loadLibrary();
		tellStep();
		const document = await library.loadDocument(bytes);
		const total = document.getPageCount();
		const pages: Page[] = [];
		for (let at = 0; at < Math.min(total, MOST_PAGES); at += 1) {
			pages.push(await drawnPage(document, at));
			tellStep();
		}
		return pages.length > 0 ? { from: 'document', total, pages } : { because: 'broken' };
	} catch (error) {
		return { because: error instanceof Error && /password/i.test(error.message) ? 'password' : 'broken' };
	}
}

async function drawnPage(document: Document, at: number): Promise<Page> {
	const page = document.getPage(at);
	const { originalWidth, originalHeight } = page.getOriginalSize();
	const scale = LONGEST_SIDE / Math.max(originalWidth, originalHeight);
	if (!(Math.floor(Math.min(originalWidth, originalHeight) * scale) > 0)) throw new Error('a page without a size');
	const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
	const pixels: Pixels = { data: Buffer.from(data.buffer, data.byteOffset, data.length), width, height, channels: 4 };
	const webp = await (await redraw(pixels)).removeAlpha().webp({ quality: 80, effort: 0 }).toBuffer();
	return { width, height, webp };
}

async function loadLibrary() {
	const { PDFiumLibrary } = await import('@hyzyla/pdfium');
	const file = await readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')));
	return PDFiumLibrary.init({ instantiateWasm: (imports, done) => instantiated(file, imports, done) });
}

/** The library asks before it takes more memory; beyond this it is told that there is none. */
function instantiated(
	file: Buffer,
	imports: WebAssembly.Imports,
	done: (instance: never) => void,
): WebAssembly.Exports {
	const calls = imports.env;
	const grow = calls?.emscripten_resize_heap;
	if (!calls || typeof grow !== 'function') throw new Error('the library asks in another way now');
	calls.emscripten_resize_heap = (wanted: number) => (wanted >>> 0 > MOST_MEMORY ? 0 : grow(wanted));
	const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(file)), imports);
	done(instance as never); // its types say "module"; its code takes the instance
	return instance.exports;
}
