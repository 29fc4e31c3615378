import { fail, redirect } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { asKept } from '../asKept.server.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoIsOnBoard = (event: Asking): StaffActor => whoMay(event, 'useBoard');

/** What every page of the board shows. */
export function commonOf({ lang }: App.Locals) {
	return {
		lang,
		words: wordsOf(lang, ['board', 'site']),
		names: languages().map(({ code, name }) => ({ code, name })),
		topics: catalogue().topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
	};
}

export function servicesIn(lang: string) {
	return catalogue()
		.services.map(({ id, names }) => ({ id, name: inLanguage(names, lang) }))
		.sort((a, b) => a.name.localeCompare(b.name, lang));
}

/** Done: on to `to`. Refused: the page again with what was typed, or the page between with what would be kept. */
export function answerTo(result: unknown, typed: Record<string, string>, to: string) {
	if (!isRefusal(result)) redirect(303, to);
	const before = result.refused === 'secrets' ? asKept(typed.text ?? '') : null;
	return fail(statusOf(result), { refused: result.refused, fields: { ...result.fields }, typed, before });
}
