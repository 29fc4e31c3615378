import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { mask } from '#lib/privacy/index.ts';

type Asking = Pick<RequestEvent, 'locals' | 'url'>;

/** Asked in each load and in each action: a guard in a layout protects no action. */
export function whoIsOnBoard({ locals, url }: Asking): StaffActor {
	const actor = locals.staff;
	if (!actor) redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (organisationsWhere(actor, 'useBoard').length === 0) error(403);
	return actor;
}

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

function asKept(text: string) {
	const kept = mask(text);
	return { text: kept.text, hidden: [...new Set(kept.spans.map(({ kind }) => kind))] };
}
