import { fail, redirect } from '@sveltejs/kit';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { municipalities, readOrganisations } from '#lib/network/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoKeeps = (event: Asking): StaffActor => whoMay(event, 'managePlaces');

/** What every page of places and partners speaks with. */
export function spokenBy({ lang }: App.Locals) {
	return {
		lang,
		words: wordsOf(lang, ['places', 'site', 'content']),
		names: languages().map(({ code, name }) => ({ code, name })),
	};
}

/** In which somebody may be helped; their names are in messages/content. */
export const SPOKEN = ['fi', 'ru', 'en', 'sv', 'et', 'ar', 'fa', 'so', 'tr', 'zh', 'es', 'fr', 'se'] as const;

type Named = { readonly id: string; readonly names: Texts };
/** Things to choose from, as she reads them, in the order of her alphabet. */
export function choicesOf(all: readonly Named[], lang: string): { id: string; name: string }[] {
	const named = all.map(({ id, names }) => ({ id, name: inLanguage(names, lang) }));
	return named.sort((a, b) => a.name.localeCompare(b.name, lang));
}

export function municipalitiesIn(lang: string): { id: string; name: string }[] {
	return choicesOf(
		municipalities().map(({ code, names }) => ({ id: code, names })),
		lang,
	);
}

/** All organisations to choose from, and those for which she looks after places. */
export async function organisationsIn(lang: string, actor: StaffActor) {
	const all = choicesOf(await readOrganisations(ground().db), lang);
	const own = organisationsWhere(actor, 'managePlaces');
	return { organisations: all, own: all.filter(({ id }) => own.includes(id)) };
}

/** Done: on to `to`. Refused: the page again with what was typed. */
export function answerTo(result: unknown, typed: Record<string, string>, to: string) {
	if (!isRefusal(result)) redirect(303, to);
	return fail(statusOf(result), { refused: result.refused, fields: { ...result.fields }, typed });
}
