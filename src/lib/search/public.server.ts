import { type Catalogue, catalogue, indexableItem, plainText } from '#lib/content/index.server.ts';
import { calendar, eventsView, nextOfSeries } from '#lib/events/index.server.ts';
import { whenOf, whereOf } from '#lib/events/index.ts';
import { dayOf } from '#lib/platform/clock.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { beginIndex, publicIndex } from './documents.server.ts';
import { type EventWish, eventWish } from './eventWords.ts';
import { type Need, type SearchAnswer, type SearchDocument, type SearchResult, urgentNeed } from './index.server.ts';
import { isUnanswered, missOf } from './miss.ts';
import { noteMiss } from './misses/misses.server.ts';
import { isCyrillic } from './normalise.ts';

/** `matched`: a word of what was found that explains why, when the title does not. */
export type PublicResult = {
	readonly kind: SearchDocument['kind'] | 'urgent';
	readonly id: string;
	readonly title: string;
	readonly url: string;
	readonly snippet: string;
	readonly matched?: string;
};

export type PublicAnswer = {
	readonly query: string;
	readonly results: readonly PublicResult[];
	readonly didYouMean?: string;
	readonly urgent?: Need;
	/** Nothing fits, or so little that an editor should know. */
	readonly unanswered: boolean;
};

/** `asTyped`: the words as they stand, even if they look like another keyboard. */
export type PublicOptions = { lang: string; limit: number; municipality?: string; asTyped?: boolean };

const LONGEST_QUERY = 200;
const FAR_ENOUGH = 50;
const NOTHING: SearchAnswer = { results: [], certainty: 0 };

/** Searches all that is public. Urgent words put 112 above everything else. */
export async function searchPublic(asked: string, { lang, limit, ...options }: PublicOptions): Promise<PublicAnswer> {
	const query = [...asked.replace(/\p{Cc}+/gu, ' ').trim()].slice(0, LONGEST_QUERY).join('');
	const shown = catalogue();
	const urgent = urgentNeed(query);
	const wish = eventWish(query);
	// Events may stand far behind the services in whose texts the same words are.
	const most = wish ? Math.max(limit, FAR_ENOUGH) : limit;
	const index = await publicIndex({ catalogue: shown, calendar: calendar() });
	const found = query === '' ? NOTHING : index.find(query, { limit: most, ...options });
	const usual = found.results.map((result) => presentResult(result, lang));
	const first = wish ? withEvents(usual, wish, lang) : usual;
	const results = (urgent ? withUrgent(first, urgent, shown, lang) : first).slice(0, limit);
	const unanswered = query !== '' && !urgent && wish !== 'all' && isUnanswered(found);
	return { query, results, didYouMean: found.readAs, urgent: urgent ?? undefined, unanswered };
}

/** What had no answer goes to the editors, without numbers and names; `source` is the day's pseudonym of who asks. */
export function noteUnanswered({ query, unanswered }: PublicAnswer, lang: string, source: string): void {
	const miss = unanswered ? missOf(query) : null;
	if (miss !== null) noteMiss(miss, lang, source);
}

/** Begins the index, or renews it, so that no reader need wait for it. */
export function prepareSearch(): void {
	beginIndex({ catalogue: catalogue(), calendar: calendar() });
}

function presentResult({ document, matched }: SearchResult, lang: string): PublicResult {
	const title = plainText(inLanguage(textsOf(document.names), lang));
	const snippet = snippetOf(document, lang);
	const explains = matched !== '' && !title.toLowerCase().includes(matched.toLowerCase());
	// Whoever reads in Latin letters is not helped by a word in others.
	const isLegible = !isCyrillic(matched) || isCyrillic(`${title} ${snippet}`);
	return {
		kind: document.kind,
		id: document.id,
		title,
		url: urlOf(document, lang),
		snippet,
		...(explains && isLegible && { matched }),
	};
}

/** An event says first when it is next. */
function snippetOf({ kind, id, purpose }: SearchDocument, lang: string): string {
	const text = inLanguage(textsOf(purpose), lang);
	if (kind !== 'event') return text;
	const view = eventsView(lang);
	const next = nextOfSeries(view, id);
	if (!next) return text;
	const say = sayIn(lang, ['events', 'rule']);
	const when = whenOf(say, next, dayOf(view.at));
	return `${when.charAt(0).toLocaleUpperCase(lang)}${when.slice(1)}. ${whereOf(say, next)}. ${text}`;
}

function urlOf({ kind, id }: SearchDocument, lang: string): string {
	return kind === 'place' ? `/${lang}/help-near-you#${id}` : `/${lang}/${kind}s/${id}`;
}

function textsOf(texts: SearchDocument['names']): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).flatMap(([lang, text]) => (text ? [[lang, text]] : [])));
}

/** Events go before everything else; whoever asks for whatever is on, or for what is not there, is led to the calendar. */
function withEvents(results: PublicResult[], wish: EventWish, lang: string): PublicResult[] {
	const events = results.filter(({ kind }) => kind === 'event');
	const all = wish === 'all' || events.length === 0 ? [calendarResult(lang)] : [];
	return [...all, ...events, ...results.filter(({ kind }) => kind !== 'event')];
}

function calendarResult(lang: string): PublicResult {
	const say = sayIn(lang, ['events']);
	const told = { title: say('events.list.title'), snippet: say('events.list.lead') };
	return { kind: 'event', id: 'all', url: `/${lang}/events`, ...told };
}

function withUrgent(results: PublicResult[], need: Need, shown: Catalogue, lang: string): PublicResult[] {
	const { card, next } = shown.urgent;
	const helpers = (next[need] ?? []).flatMap((id) => helperResult(id, shown, lang));
	const first = [urgentResult(card, need, lang), ...helpers];
	const ids = new Set(first.map(({ id }) => id));
	return [...first, ...results.filter(({ id }) => !ids.has(id))];
}

function urgentResult(card: string, need: Need, lang: string): PublicResult {
	const say = sayIn(lang, ['content']);
	const snippet = say(`content.urgent.${need}`);
	return { kind: 'urgent', id: card, title: say('content.urgent.title'), url: `/${lang}/services/${card}`, snippet };
}

function helperResult(id: string, shown: Catalogue, lang: string): PublicResult[] {
	const item = shown.itemsByKind.service.find((item) => item.id === id);
	const document = item && indexableItem(item, shown.aliases);
	return document ? [presentResult({ document, score: 1, matched: '' }, lang)] : [];
}
