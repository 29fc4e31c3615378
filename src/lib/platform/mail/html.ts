const BLOCK = new Set(['p', 'div', 'br', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'hr']);
const DEEPEST_QUOTE = 3;
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object']);
const NAMED: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', shy: '' },
	...{ laquo: '«', raquo: '»', auml: 'ä', ouml: 'ö', aring: 'å', Auml: 'Ä', Ouml: 'Ö', Aring: 'Å', euro: '€' },
};

/**
 * The words of an HTML mail, in one pass over it: nothing is run, fetched or kept of it. A quotation keeps the sign that a
 * plain mail would have.
 */
export function plainOf(html: string): string {
	let text = '';
	let at = 0;
	let quoted = 0;
	while (at < html.length) {
		const open = html.indexOf('<', at);
		text += textBetween(html.slice(at, open < 0 ? html.length : open), quoted);
		if (open < 0) break;
		const { name, isEnd, next } = tagAt(html, open);
		if (next === open + 1) text += '<';
		if (name === 'blockquote') quoted = Math.min(DEEPEST_QUOTE, Math.max(0, quoted + (isEnd ? -1 : 1)));
		if (BLOCK.has(name)) text += quoted > 0 && !isEnd ? `\n${'> '.repeat(quoted)}` : '\n';
		at = UNSEEN.has(name) && !isEnd ? endOf(html, name, next) : next;
	}
	return text
		.replace(/(?<![ \t])[ \t]+\n/g, '\n')
		.replace(/^[> ]+\n/gm, '')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function textBetween(raw: string, quoted: number): string {
	const words = raw.replace(/\s+/g, ' ').replace(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, entity);
	return quoted > 0 && words.trim() === '' ? '' : words;
}

function entity(whole: string, name: string): string {
	if (!name.startsWith('#')) return NAMED[name] ?? whole;
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

type Tag = { readonly name: string; readonly isEnd: boolean; readonly next: number };

/** Whatever begins like a tag and does not end is taken as the rest of it. */
function tagAt(html: string, open: number): Tag {
	if (html.startsWith('<!--', open)) return { name: '', isEnd: false, next: after(html, '-->', open + 4) };
	const found = /^<(\/?)([a-z][a-z\d]*)/i.exec(html.slice(open, open + 24));
	if (!found && !/^<[!?/]/.test(html.slice(open, open + 2))) return { name: '', isEnd: false, next: open + 1 };
	return {
		name: found?.[2]?.toLowerCase() ?? '',
		isEnd: found?.[1] === '/',
		next: after(html, '>', open + 1),
	};
}

function after(html: string, mark: string, from: number): number {
	const found = html.indexOf(mark, from);
	return found < 0 ? html.length : found + mark.length;
}

function endOf(html: string, name: string, from: number): number {
	const close = new RegExp(`</${name}\\b`, 'gi');
	close.lastIndex = from;
	const found = close.exec(html);
	return found ? after(html, '>', found.index) : html.length;
}
