import * as v from 'valibot';
import { languages, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { answerWith, type Call, feedFrom, refuse } from '../feed.server.ts';
import { shownNow } from '../shown.server.ts';
import { askedOf, isKind } from './asked.ts';
import { objectOf, pageOf } from './pages.ts';
import { inEach, type Site } from './site.ts';

const TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** The calendar in the shape of Linked Events, which cities read: a page of a kind of objects, or one of them. */
export function answerLinked(call: Omit<Call, 'lang'>, name: string, id?: string): Response {
	const { request, url } = call;
	const kind = v.safeParse(isKind, name);
	if (!kind.success) return refuse(404, 'There is nothing of this kind.');
	const asked = askedOf(id === undefined ? url.searchParams : new URLSearchParams());
	if (typeof asked === 'string') return refuse(400, asked);
	const site = siteAt(url.origin);
	const query = url.searchParams;
	const found = id === undefined ? pageOf(site, kind.output, { asked, query }) : objectOf(site, kind.output, id);
	if (!found) return refuse(404, 'There is no such object.');
	return answerWith(request, feedFrom(site.shown, JSON.stringify(found)), TYPE);
}

function siteAt(origin: string): Site {
	const codes = languages().map(({ code }) => code);
	const site = { shown: shownNow(), origin, languages: codes, words: () => ({}) };
	return { ...site, words: (key) => inEach(site, (lang) => sayIn(lang, ['events'])(key)) };
}
