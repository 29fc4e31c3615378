import { fail, redirect } from '@sveltejs/kit';
import {
	differences,
	draftOf,
	reshaped,
	saveText,
	type Sheet,
	spentIds,
	startingSheet,
	type Table,
	textOf,
	together,
	wishOf,
} from '#lib/content/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { commonOf } from '../../../door.server.ts';
import { whoMay } from '../../../../whoMay.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { pairOf } from './beside/pair.server.ts';
import { type More, optionsOf, sent, tableOr404, viewOf } from './editing.server.ts';

export const load: PageServerLoad = async (event) => {
	whoMay(event, 'writeContent');
	const { searchParams } = event.url;
	const table = await tableOr404(event.params, { from: searchParams.get('from') });
	const saved = searchParams.get('saved');
	return {
		...{ ...commonOf(event.locals), saved, unwritten: Number(searchParams.get('unwritten') ?? 0) },
		options: optionsOf(event.locals.lang),
		view: await viewOf(table, startingSheet(table), { withAdvice: saved !== null }),
	};
};

export const actions: Actions = {
	save: async (event) => {
		const { actor, table, sheet, more, refusal } = await sent(event);
		if (refusal) return again(table, sheet, more, refusal);
		const result = await save(table, textOf(sheet, table), more, actor);
		return isRefusal(result) ? again(table, sheet, more, result) : redirect(303, whereTo(table, result));
	},
	shape: async (event) => {
		const { table, sheet, more, refusal, one } = await sent(event);
		if (refusal) return again(table, sheet, more, refusal);
		const wish = wishOf(one('do'));
		const shaped = reshaped(sheet, wish, one(`add.${wish.id}`), await spentIds(table.key));
		return { view: await viewOf(table, shaped.sheet, { ...more, touched: shaped.touched }) };
	},
	look: async (event) => {
		const { table, sheet, more } = await sent(event);
		return { view: await viewOf(table, sheet, { ...more, withAdvice: true }) };
	},
	draft: async (event) => {
		const { actor, table, sheet, more } = await sent(event);
		const typed = Object(textOf(sheet, table)) as { blocks: Record<string, unknown> }; // what a translation becomes
		const lacking = table.from.text.blocks.filter(({ id }) => !typed.blocks[id]).map(({ id }) => id);
		const draft = await draftOf({ item: table.key, lang: table.lang, blocks: lacking }, actor);
		if (isRefusal(draft)) return again(table, sheet, more, draft);
		const result = await save(table, { blocks: { ...typed.blocks, ...draft.blocks } }, more, actor);
		if (isRefusal(result)) return again(table, sheet, more, result);
		redirect(303, `${whereTo(table, result)}&unwritten=${draft.left.length}`);
	},
	/** From the page that shows two texts beside each other: one of both, to be read and saved. */
	merge: async (event) => {
		whoMay(event, 'writeContent');
		const form = await event.request.formData();
		const found = await pairOf(event.params, String(form.get('mine')), String(form.get('theirs')));
		const chosen = Object.fromEntries(
			differences(found.pair).map(({ place, proposed }) => [place, String(form.get(`pick.${place}`) ?? proposed)]),
		);
		const table = await tableOr404(event.params, { parent: found.mine.id });
		return { view: await viewOf(table, together(found.pair, chosen), { isUnsaved: true }) };
	},
};

function save(table: Table, content: unknown, { note = '', isMinor }: More, actor: Parameters<typeof saveText>[1]) {
	const { key: item, lang, parent } = table;
	const scope = isMinor && table.form === 'source' ? 'minor' : 'major';
	return saveText({ item, lang, parent: parent?.id ?? null, content, note, scope }, actor);
}

async function again(table: Table, sheet: Sheet, more: More, refusal: Refusal) {
	return fail(statusOf(refusal), { view: await viewOf(table, sheet, { ...more, refusal }) });
}

function whereTo(
	{ key, lang, form, from }: Table,
	{ revision, beside }: { revision: string; beside: string | null },
): string {
	const here = `/staff/content/${key}/${lang}`;
	if (beside) return `${here}/beside?mine=${revision}&theirs=${beside}`;
	return `${here}?saved=${revision}${form !== 'source' && from.isDraft ? `&from=${from.revision}` : ''}`;
}
