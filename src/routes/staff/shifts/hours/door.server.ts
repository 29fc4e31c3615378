import { readOrganisations } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { today } from '#lib/platform/clock.ts';
import { isDay, type Span, yearSpan } from '#lib/volunteers/index.ts';
import type { Certificate } from '#lib/volunteers/index.server.ts';

/** What every page about hours needs to speak. */
export const hourWords = ({ lang }: App.Locals) => ({ lang, words: wordsOf(lang, ['hours', 'site']) });

/** Names of organisations by id. */
export async function organisationNames(lang: string): Promise<ReadonlyMap<string, string>> {
	const all = await readOrganisations(ground().db);
	return new Map(all.map(({ id, names }) => [id, inLanguage(names, lang)]));
}

/** What a certificate is asked for: from a day to a day, in a language; null where those are no days. */
export type Asked = { readonly span: Span | null; readonly from: string; readonly to: string; readonly lang: string };

export function askedIn(query: URLSearchParams, hers: string): Asked {
	const year = yearSpan(today().slice(0, 4));
	const from = query.get('from') ?? year.from;
	const to = query.get('to') ?? today();
	const known = languages().map(({ code }) => code);
	const lang = known.find((code) => code === query.get('lang')) ?? hers;
	return { span: isDay(from) && isDay(to) && from <= to ? { from, to } : null, from, to, lang };
}

/** A paper as it is printed, in its own language. */
export async function paperOf({ accountId: _, ...one }: Certificate, lang: string) {
	const { code, dir } = languageOf(lang);
	const organisation = (await organisationNames(code)).get(one.organisationId) ?? '';
	return { ...one, lang: code, dir, words: wordsOf(code, ['hours', 'site']), organisation, day: today() };
}
