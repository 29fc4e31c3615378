import { addressOf } from '#lib/content/index.ts';
import { catalogue, titleOf } from '#lib/content/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { FileKind } from './fileKind.ts';
import { inOrderFor, isVisible, type MaterialKind, type Shelved, type ShelvedAnswer } from './material.ts';
import { answers, materials } from './store.server.ts';

/** A material as a page shows it. */
export type MaterialTold = {
	readonly id: string;
	readonly kind: MaterialKind;
	readonly name: string;
	readonly href: string;
	readonly language: string;
	readonly fileKind: FileKind | null;
	readonly bytes: number | null;
	/** The day of the date it belongs to; null: it belongs to all of them. */
	readonly day: string | null;
};
export type AnswerTold = Pick<ShelvedAnswer, 'id' | 'language' | 'question' | 'answer'>;

type Shelf = { readonly materials: readonly Shelved[]; readonly answers: readonly ShelvedAnswer[] };
let shelf: Shelf = { materials: [], answers: [] };

/** Read with the calendar, whose revision moves with it, so that pages show it while the database is away. */
export async function readShelf(db: Queryable): Promise<void> {
	const [all, said] = await Promise.all([materials(db).public(), answers(db).public()]);
	shelf = { materials: all, answers: said };
}

/** What anybody may take home from this date; `originalDay` null: from the series, with the day of each. */
export function materialsOf(seriesId: string, originalDay: string | null, lang: string): MaterialTold[] {
	const own = shelf.materials.filter((one) => one.seriesId === seriesId && isVisible(one, today()));
	const here = own.filter(({ date }) => originalDay === null || !date || date.originalDay === originalDay);
	return inOrderFor(
		here.flatMap((one) => told(one, lang)),
		lang,
	);
}

/** What was asked on this date, and what the answer was. */
export function answersOf(seriesId: string, originalDay: string, lang: string): AnswerTold[] {
	const here = shelf.answers.filter((one) => one.seriesId === seriesId && one.originalDay === originalDay);
	const said = here.map(({ id, language, question, answer }) => ({ id, language, question, answer }));
	return inOrderFor(said, lang);
}

function told(one: Shelved, lang: string): MaterialTold[] {
	const same = { id: one.id, kind: one.kind, fileKind: one.fileKind, bytes: one.bytes, day: one.date?.day ?? null };
	if (one.kind === 'page') return pageTold(one, lang).map((page) => ({ ...same, ...page }));
	const href = one.kind === 'file' ? `/${lang}/events/${one.seriesId}/files/${one.id}` : one.url;
	return href === null ? [] : [{ ...same, href, name: one.title, language: one.language }];
}

/** Under the name that it has today, in her language where there is one; a page that was taken away is not listed. */
function pageTold({ item, language }: Shelved, lang: string) {
	const page = catalogue().items.find(({ key }) => key === item);
	if (!page) return [];
	const titles = titleOf(page);
	const spoken = [lang, language, page.source].find((code) => titles[code]) ?? lang;
	return [{ href: addressOf(page.key, lang), name: inLanguage(titles, spoken), language: spoken }];
}
