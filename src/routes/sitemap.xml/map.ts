import { xmlText } from '#lib/platform/http/xml.ts';

type Mapped = { readonly path: string; readonly languages: readonly string[]; readonly changed?: string };

/** A map of addresses for search engines: each in every language it is there in, each naming the others. */
export function sitemap(pages: readonly Mapped[], origin: string): string {
	const entries = pages.flatMap((page) => page.languages.map((lang) => entryOf(page, lang, origin)));
	const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${entries.join('\n')}\n</urlset>\n`;
}

function entryOf({ path, languages, changed }: Mapped, lang: string, origin: string): string {
	const at = (code: string): string => xmlText(`${origin}/${code}${path}`);
	const others = languages.map((code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${at(code)}"/>`);
	const day = changed ? `<lastmod>${xmlText(changed)}</lastmod>` : '';
	return `<url><loc>${at(lang)}</loc>${day}${others.length > 1 ? others.join('') : ''}</url>`;
}
