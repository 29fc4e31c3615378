import type { About } from './item.ts';

/** Where a guide stands: those for readers, and those that helpers learn from. */
export const READER_SECTIONS = ['services', 'basics', 'work', 'safety'] as const;
export const SECTIONS = [...READER_SECTIONS, 'helpers'] as const;

/** What somebody has, or has not, to do a thing with. */
export const SUITS = ['no-codes', 'phone-only', 'for-another', 'on-paper', 'no-finnish'] as const;
export type Suit = (typeof SUITS)[number];

/** Lists of words in `about`, whatever an installation's older data may hold there. */
export function listIn(about: About, field: string): readonly string[] {
	const list = about[field];
	return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}

/** Names that were used before, with the last day on which they were. */
export function formerNames({ former }: About): { name: string; until?: string }[] {
	if (!Array.isArray(former)) return [];
	return former.flatMap((one: unknown) => {
		if (typeof one !== 'object' || one === null || !('name' in one)) return [];
		return [{ name: String(one.name), ...('until' in one && { until: String(one.until) }) }];
	});
}

/** Keys of the items that a change touches. */
export function affectedBy({ affects }: About): string[] {
	if (!Array.isArray(affects)) return [];
	return affects.flatMap((one: unknown) =>
		typeof one === 'object' && one !== null && 'item' in one && typeof one.item === 'string' ? [one.item] : [],
	);
}

/** The web addresses a text leads to: the service or video itself, and the pages its facts were read in. */
export function addressesIn(about: About): string[] {
	const own = typeof about.url === 'string' ? [about.url] : [];
	const sources = listIn(about, 'sources').flatMap((source) => addressOfSource(source) ?? []);
	return [...new Set([...own, ...sources])].filter((address) => URL.canParse(address));
}

/** A source as people write it, with or without `https://`; undefined when it leads to no page. */
export function addressOfSource(source: string): string | undefined {
	const address = /^[a-z][a-z\d+.-]*:/i.test(source) ? source : `https://${source}`;
	const isPage = isWebAddress(address) && new URL(address).hostname.includes('.') && !/\s/.test(address);
	return isPage ? address : undefined;
}

export function isWebAddress(value: unknown): boolean {
	return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}
