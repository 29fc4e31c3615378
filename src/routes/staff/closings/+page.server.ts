import { chosenNamesOf, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { PageServerLoad } from './$types';
import { whoMay } from '../whoMay.server.ts';
import { recentClosings, type Shown } from './closings.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const staff = whoMay({ locals, url }, 'helpAtDesk');
	const { lang } = locals;
	const shown = await recentClosings(staff);
	const names = await chosenNamesOf(
		ground().db,
		shown.map(({ closing }) => closing.closedBy),
	);
	return {
		lang,
		words: wordsOf(lang, ['cases', 'site']),
		seesAll: organisationsWhere(staff, 'correctClosings').length > 0,
		mended: url.searchParams.get('mended'),
		closings: shown.map((one) => present(one, staff, lang, names)),
	};
};

function present({ closing, fact }: Shown, actor: StaffActor, lang: string, names: ReadonlyMap<string, string>) {
	const topic = catalogue().topicById.get(fact?.topic ?? '');
	return {
		id: closing.id,
		day: closing.closedOn,
		channel: closing.channel,
		by: closing.closedBy === actor.id ? null : (names.get(closing.closedBy) ?? ''),
		isCounted: closing.factId !== null,
		topic: topic ? inLanguage(topic.names, lang) : null,
		outcome: fact?.outcome ?? null,
		minutes: fact?.minutes ?? null,
	};
}
