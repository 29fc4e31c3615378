import { error, fail, redirect } from '@sveltejs/kit';
import { catalogue, titleOf } from '#lib/content/index.server.ts';
import { answersFor, datesOfSeries, materialsFor } from '#lib/events/index.server.ts';
import { PAGE_KINDS } from '#lib/events/index.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';

export async function shownTo(actor: StaffActor, seriesId: string, lang: string) {
	const [found, said] = await Promise.all([materialsFor(seriesId, actor), answersFor(seriesId, actor)]);
	if (!found || !said) error(404);
	const pages = pagesIn(lang);
	// A page of ours is called what it is called today.
	const titleOfPage = (item: string | null) => pages.find(({ id }) => id === item)?.name;
	return {
		lang,
		words: wordsOf(lang, ['materials', 'site', 'content']),
		...{ seriesId, name: inLanguage(found.of.names, lang), clientId: newId() },
		...{ dates: await datesOfSeries(seriesId), pages, languages: languagesOf() },
		materials: found.materials.map(({ accountId: _, ...one }) => ({
			...one,
			title: titleOfPage(one.item) ?? one.title,
			day: one.date?.day ?? null,
		})),
		answers: said,
	};
}

export function answerTo(result: unknown, typed: Record<string, string>, to: string) {
	if (!isRefusal(result)) redirect(303, to);
	return fail(statusOf(result), { refused: result.refused, fields: { ...result.fields }, typed });
}

function pagesIn(lang: string): { id: string; name: string }[] {
	const all = catalogue().items.filter(({ kind }) => PAGE_KINDS.some((one) => one === kind));
	const named = all.map((item) => ({ id: item.key, name: inLanguage(titleOf(item), lang) }));
	return named.sort((a, b) => a.name.localeCompare(b.name, lang));
}

const languagesOf = () => languages().map(({ code, name }) => ({ id: code, name }));
