import type { Cookies } from '@sveltejs/kit';
import { callbacksOfCase, type CaseRow, groupedCode, visitorCase, windowsOf } from '#lib/cases/index.server.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_NUMBER_KEPT } from '#lib/privacy/index.ts';
import { deskById, hoursOf, siteDesk } from '#lib/network/index.server.ts';
import { carriedCode } from '../chat/code.server.ts';

/** The form, or, where she has asked already, what becomes of it. */
export async function loadCallback(cookies: Cookies, url: URL, lang: string) {
	const page = {
		words: wordsOf(lang, ['site', 'chat', 'callback']),
		key: newId(),
		topics: catalogue().topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		daysKept: DAYS_NUMBER_KEPT,
		address: `${url.host}/${lang}/case`,
		asksMore: url.searchParams.has('more'),
	};
	const nothing = { own: null, windows: [], code: null };
	try {
		const own = await visitorCase(visitorTokenOf(cookies, isSecure(url)));
		const code = own && (await carriedCode(cookies, isSecure(url)));
		const windows = await windowsFor(own);
		return { ...page, down: false, own: own && (await shown(own)), windows, code: code && groupedCode(code) };
	} catch (error) {
		if (!(error instanceof Away)) throw error;
		return { ...page, ...nothing, down: true };
	}
}

async function shown(own: CaseRow) {
	return { expiresOn: own.expiresOn, callbacks: await callbacksOfCase(ground().db, own) };
}

/** The times of the desk that would call; a desk without hours calls nobody. */
async function windowsFor(own: CaseRow | null) {
	const { db } = ground();
	const desk = own ? await deskById(db, own.deskId) : await siteDesk(db);
	return desk ? windowsOf(await hoursOf(db, desk), now()) : [];
}

const isSecure = (url: URL): boolean => url.protocol === 'https:';
