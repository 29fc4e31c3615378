import { xmlText } from '#lib/platform/http/xml.ts';

export type Feed = {
	readonly lang: string;
	readonly origin: string;
	/** The path of the page it is the feed of; the feed itself is `path` + `.atom`. */
	readonly path: string;
	readonly title: string;
	readonly author: string;
	readonly entries: readonly Entry[];
};
/** Moments are RFC 3339. */
export type Entry = {
	readonly path: string;
	readonly title: string;
	readonly summary: string;
	readonly published: string;
	readonly updated: string;
};

/** Of a feed without entries; any moment will do that does not change. */
const NEVER = '2026-01-01T00:00:00Z';

/** RFC 4287. The ids name the host of the site and the path, and outlive any change of the text. */
export function atomFeed({ lang, origin, path, title, author, entries }: Feed): string {
	const updated =
		entries
			.map((entry) => entry.updated)
			.toSorted()
			.at(-1) ?? NEVER;
	return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(lang)}">
${element('id', idOf(origin, path))}
${element('title', title)}
${element('updated', updated)}
<author>${element('name', author)}</author>
<link rel="self" type="application/atom+xml" href="${xmlText(`${origin}${path}.atom`)}"/>
<link rel="alternate" type="text/html" hreflang="${xmlText(lang)}" href="${xmlText(origin + path)}"/>
${entries.map((entry) => entryOf(entry, origin)).join('\n')}
</feed>
`;
}

function entryOf({ path, title, summary, published, updated }: Entry, origin: string): string {
	return `<entry>
${element('id', idOf(origin, path))}
${element('title', title)}
${element('published', published)}
${element('updated', updated)}
<link rel="alternate" type="text/html" href="${xmlText(origin + path)}"/>
${element('summary', summary)}
</entry>`;
}

const idOf = (origin: string, path: string): string => `tag:${new URL(origin).hostname},2026:${path}`;
const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;
