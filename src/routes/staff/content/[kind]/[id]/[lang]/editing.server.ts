import { error, type RequestEvent } from '@sveltejs/kit';
import {
	addPicture,
	adviceOn,
	besideTheFields,
	blocksOf,
	catalogue,
	faultsByField,
	plainLanguage,
	readSheet,
	type Sheet,
	type Table,
	tableFor,
	textOf,
	translatorIsOn,
} from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { whoMay } from '../../../../whoMay.server.ts';

/** What the page shows; `sheet` is what stands in its fields, saved or not. */
export type View = Awaited<ReturnType<typeof viewOf>>;
export type More = {
	readonly note?: string;
	readonly isMinor?: boolean;
	readonly isUnsaved?: boolean;
	/** The block to look at next. */
	readonly touched?: string;
	readonly withAdvice?: boolean;
	readonly refusal?: Refusal;
};

export async function tableOr404(
	params: { kind: string; id: string; lang: string },
	asked: Parameters<typeof tableFor>[2],
) {
	const table = (await tableFor(`${params.kind}/${params.id}`, params.lang, asked)) ?? error(404);
	const plain = plainLanguage(params.lang);
	// A language the site is not shown in can be edited where there is a text in it, and begun nowhere.
	if (table.parent === null && !languages().some(({ code }) => code === plain)) error(404);
	return table;
}

export async function viewOf(table: Table, sheet: Sheet, more: More = {}) {
	const { key, kind, lang, form, sourceLang, parent, from, newerSource } = table;
	const { note = '', isMinor = false, isUnsaved = false, touched = '', withAdvice = false, refusal } = more;
	return {
		...{ key, kind, lang, form, sourceLang, newerSource, note, isMinor, isUnsaved, touched, sheet },
		parent: parent && { id: parent.id, number: parent.number },
		from: { revision: from.revision, isDraft: from.isDraft, blocks: form === 'source' ? [] : from.text.blocks },
		...(await besideTheFields(table, sheet)),
		advised: withAdvice ? adviceFor(table, sheet) : null,
		refusal: refusal ? { refused: refusal.refused, fields: { ...faultsByField(refusal.fields, sheet) } } : null,
		mayDraft: form === 'translation' && translatorIsOn() && !from.isDraft,
	};
}

function adviceFor(table: Table, sheet: Sheet) {
	// The fields may hold anything; advice is for what they would be saved as.
	const text = textOf(sheet, table) as Parameters<typeof blocksOf>[0];
	return adviceOn(blocksOf(text, table.from.text), table.key, table.lang);
}

/** The form as it was sent, with its pictures put in. */
export async function sent(event: RequestEvent & { params: { kind: string; id: string; lang: string } }) {
	const actor = whoMay(event, 'writeContent');
	const form = await event.request.formData();
	const one = (name: string): string => String(form.get(name) ?? '');
	const table = await tableOr404(event.params, { parent: one('parent'), from: one('from') });
	const { sheet, refusal } = await withPictures(readSheet(form), form, actor);
	const more: More = {
		note: one('note'),
		isMinor: one('scope') === 'minor',
		isUnsaved: true,
		...(refusal && { refusal }),
	};
	return { actor, table, sheet, more, refusal, one };
}

async function withPictures(
	sheet: Sheet,
	form: FormData,
	actor: StaffActor,
): Promise<{ sheet: Sheet; refusal?: Refusal }> {
	const pictures = new Map<string, string>();
	for (const { id } of sheet.blocks) {
		if (form.get(`unpicture.${id}`) === 'on') pictures.set(id, '');
		const file = form.get(`upload.${id}`);
		if (!(file instanceof File) || file.size === 0) continue;
		const added = await addPicture(new Uint8Array(await file.arrayBuffer()), actor);
		if (isRefusal(added))
			return { sheet, refusal: refused('malformed', { [`upload.${id}`]: `picture-${added.refused}` }) };
		pictures.set(id, added.id);
	}
	const blocks = sheet.blocks.map((block) => ({ ...block, picture: pictures.get(block.id) ?? block.picture }));
	return { sheet: { ...sheet, blocks } };
}

/** What a field of `about` can be chosen from, where the site knows it. */
export function optionsOf(lang: string) {
	const { topics, itemsByKind } = catalogue();
	return {
		topics: topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		services: itemsByKind.service.map(({ id }) => id),
	};
}
