import { addAlias, createItem, findItems, unschedule, worklists } from '#lib/content/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { missesToShow, settleMiss } from '#lib/search/index.server.ts';
import { abilitiesOf, answer, commonOf } from './door.server.ts';
import { whoMay } from '../whoMay.server.ts';
import { guidesWanted } from './wanted.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'checkContent');
	const { lang } = event.locals;
	const asked = event.url.searchParams;
	const [words, kind] = [(asked.get('words') ?? '').slice(0, 200), asked.get('kind') ?? ''];
	const abilities = abilitiesOf(actor);
	return {
		...{ ...commonOf(event.locals), ...abilities, asked: words, kind },
		me: actor.chosenName,
		found: words || kind ? await findItems(words, kind, lang) : null,
		lists: await worklists(lang),
		misses: abilities.writes ? await missesToShow(ground().db) : [],
		wanted: abilities.writes ? await guidesWanted(lang) : [],
		items: abilities.writes ? await findItems('', '', lang) : [],
		note: (asked.get('note') ?? '').slice(0, 200),
		done: asked.get('done'),
	};
};

export const actions: Actions = {
	create: async (event) => {
		const typed = fieldsOf(await event.request.formData());
		const result = await createItem(typed, whoMay(event, 'writeContent'));
		const to = isRefusal(result) ? '' : `/staff/content/${result.item}/${typed.source}`;
		return answer(result, 'create', typed, to);
	},
	unschedule: async (event) => {
		const typed = fieldsOf(await event.request.formData());
		const result = await unschedule(typed, whoMay(event, 'publishContent'));
		return answer(result, 'unschedule', typed, '/staff/content?done=unscheduled');
	},
	settle: async (event) => {
		const typed = fieldsOf(await event.request.formData());
		return answer(
			await settleMiss(typed, whoMay(event, 'writeContent')),
			'settle',
			typed,
			'/staff/content?done=settled',
		);
	},
	alias: async (event) => {
		const typed = fieldsOf(await event.request.formData());
		const actor = whoMay(event, 'writeContent');
		const { item = '', query = '', lang = '' } = typed;
		const result = await addAlias({ item: item.trim(), lang, text: query, kind: 'from-log' }, actor);
		// With its alias the search is answered.
		if (!isRefusal(result)) await settleMiss({ query, lang }, actor);
		return answer(result, 'settle', typed, '/staff/content?done=alias');
	},
};
