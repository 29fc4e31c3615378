import { error, fail } from '@sveltejs/kit';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { linkOf, makeLinkFor, revokeLinkOf } from '#lib/volunteers/index.server.ts';
import { whoMay } from '../../../whoMay.server.ts';
import { addressOfKey } from '../../../shifts/link/address.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link for somebody whom a coordinator looks after: made here, handed over, and seen by nobody after that. */
export const load: PageServerLoad = async (event) => {
	const her = await linkOf(event.params.volunteer, whoMay(event, 'leadVolunteers'));
	if (!her) error(404);
	const { lang } = event.locals;
	return { lang, words: wordsOf(lang, ['own', 'site']), her };
};

export const actions: Actions = {
	make: async (event) => {
		const { volunteer } = event.params;
		const actor = whoMay(event, 'leadVolunteers');
		const [her, made] = [await linkOf(volunteer, actor), await makeLinkFor({ account: volunteer }, actor)];
		if (isRefusal(made) || !her) return isRefusal(made) ? failed(made) : error(404);
		return { address: addressOfKey('link', { key: made.key, origin: event.url.origin, lang: her.language }) };
	},
	end: async (event) => {
		const done = await revokeLinkOf({ account: event.params.volunteer }, whoMay(event, 'leadVolunteers'));
		return isRefusal(done) ? failed(done) : { isEnded: true };
	},
};

function failed(refusal: Parameters<typeof statusOf>[0]) {
	if (statusOf(refusal) === 404 || refusal.refused === 'malformed') error(404);
	return fail(statusOf(refusal), { refused: refusal.refused });
}
