import { error } from '@sveltejs/kit';
import {
	addAlias,
	addCheck,
	checkLinksOf,
	type ItemOverview,
	itemOverview,
	linksOf,
	picturesOf,
	removePicture,
	strikeAlias,
	unschedule,
	withdrawText,
} from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import type { Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { abilitiesOf, answer, commonOf } from '../../door.server.ts';
import { whoMay } from '../../../whoMay.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'checkContent');
	const item = await itemOr404(event.params);
	return {
		...{ ...commonOf(event.locals), ...abilitiesOf(actor), item },
		links: await linksOf(ground().db, item.key),
		pictures: await picturesOf(item.key),
		done: event.url.searchParams.get('done'),
	};
};

async function itemOr404({ kind, id }: { kind: string; id: string }): Promise<ItemOverview> {
	const item = await itemOverview(
		`${kind}/${id}`,
		languages().map(({ code }) => code),
	);
	return item ?? error(404);
}

export const actions: Actions = {
	check: (event) => change(event, 'check', addCheck, 'checkContent'),
	alias: (event) => change(event, 'alias', addAlias, 'writeContent'),
	strike: (event) => change(event, 'strike', strikeAlias, 'writeContent'),
	links: (event) => change(event, 'links', checkLinksOf, 'checkContent'),
	picture: (event) => change(event, 'picture', removePicture, 'writeContent'),
	withdraw: (event) => change(event, 'withdraw', withdrawText, 'publishContent'),
	unschedule: (event) => change(event, 'unschedule', unschedule, 'publishContent'),
};

type Change = (raw: unknown, actor: StaffActor) => Promise<unknown | Refusal>;

async function change(event: RequestEvent, part: string, command: Change, ability: Parameters<typeof whoMay>[1]) {
	const actor = whoMay(event, ability);
	const { key } = await itemOr404(event.params);
	const typed = fieldsOf(await event.request.formData());
	const result = await command({ ...typed, item: key }, actor);
	return answer(result, part, typed, `/staff/content/${key}?done=${part}#${part}`);
}
