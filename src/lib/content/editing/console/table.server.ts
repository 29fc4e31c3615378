import { ground } from '#lib/platform/ground.server.ts';
import { isEasy, type ItemKey, kindAndId, type SourceText, type Text } from '../../item/item.ts';
import { isAdaptation, isSource, isTranslation } from '../../item/join.ts';
import { changesSince, rowsOf } from '../compare/rows.ts';
import { EMPTY_SHEET, type Sheet, sheetBlock, sheetOf } from '../sheet/sheet.ts';
import { type Revision, texts } from '../store.server.ts';
import { easyOfSheet, sourceOfSheet, translationOfSheet } from '../sheet/textOfSheet.ts';
import { listing } from './store.server.ts';

/** A text on the table: what it is made of, what it is written from, and the revision it goes on from. */
export type Table = {
	readonly key: ItemKey;
	readonly kind: string;
	readonly lang: string;
	readonly form: 'source' | 'translation' | 'easy';
	readonly sourceLang: string;
	/** What she had before her eyes; null when there is no text yet. */
	readonly parent: Revision | null;
	/** What a translation or an easy text is written from. */
	readonly from: { readonly revision: string; readonly isDraft: boolean; readonly text: SourceText };
	/** A newer text of the source that is not public yet. */
	readonly newerSource: string | null;
};
export type Asked = { readonly parent?: string | null; readonly from?: string | null };

/** Null when there is no such item, or a revision is asked for that is none of it. */
export async function tableFor(key: string, lang: string, asked: Asked = {}): Promise<Table | null> {
	const { db } = ground();
	const sourceLang = await texts(db).source(key);
	if (sourceLang === null) return null;
	const newest = await texts(db).head(key, sourceLang);
	const shown = await texts(db).public(key, sourceLang);
	const from = await chosen(asked.from, shown ?? newest, key, sourceLang);
	const parent = asked.parent === '' ? null : await chosen(asked.parent, await texts(db).head(key, lang), key, lang);
	if (!newest || !from || !isSource(from.content) || parent === undefined) return null;
	return {
		...{ key: newest.item, kind: kindAndId(key).kind, lang, sourceLang, parent },
		form: lang === sourceLang ? 'source' : isEasy(lang) ? 'easy' : 'translation',
		from: { revision: from.id, isDraft: from.id !== shown?.id, text: from.content },
		newerSource: shown && newest.id !== shown.id && newest.id !== from.id ? newest.id : null,
	};
}

/** Undefined when the one asked for is not of this text. */
async function chosen(id: string | null | undefined, usual: Revision | null, key: string, lang: string) {
	if (!id) return usual;
	if (!/^\d{1,18}$/.test(id)) return undefined;
	const found = await texts(ground().db).revision(id);
	return found?.item === key && found.lang === lang ? found : undefined;
}

/** The text that the fields stand for. */
export function textOf(sheet: Sheet, { form, kind, parent, from }: Table): unknown {
	const before = parent?.content ?? null;
	if (form === 'source') return sourceOfSheet(sheet, kind, before && isSource(before) ? before : null);
	if (form === 'easy') return easyOfSheet(sheet, from.text, adaptation(before));
	return translationOfSheet(sheet, from.text, translation(before));
}

/** What the page of a text shows around its fields. */
export async function besideTheFields(table: Table, sheet: Sheet) {
	const { key, sourceLang, form, from, parent } = table;
	if (form === 'source') return { rows: [], changes: [] };
	const past = await earlierSources(key, sourceLang);
	const before = parent?.content ?? null;
	const source = { source: from.text, past };
	if (form === 'easy')
		return { rows: [], changes: changesSince({ ...source, before: adaptation(before) }, sheet.signed) };
	return { rows: rowsOf(sheet, { ...source, before: translation(before) }), changes: [] };
}

const adaptation = (text: Text | null) => (text && isAdaptation(text) ? text : null);
const translation = (text: Text | null) => (text && isTranslation(text) ? text : null);

async function earlierSources(key: string, sourceLang: string): Promise<SourceText[]> {
	const history = await texts(ground().db).history(key, sourceLang);
	return history.flatMap(({ content }) => (isSource(content) ? [content] : []));
}

export function spentIds(key: string): Promise<string[]> {
	return listing(ground().db).spentIds(key);
}

/** A first easy text begins as a copy of the source, to be made shorter. */
export function startingSheet({ form, kind, parent, from }: Table): Sheet {
	if (form === 'easy' && !parent) return { ...EMPTY_SHEET, blocks: from.text.blocks.map(sheetBlock) };
	return sheetOf(parent?.content ?? null, kind);
}
