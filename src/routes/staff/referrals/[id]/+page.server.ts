import { error, fail } from '@sveltejs/kit';
import { anotherReferralCode, referralSent } from '#lib/cases/index.server.ts';
import { groupedCode } from '#lib/cases/index.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { organisationNames, shownIn, spokenBy } from '../door.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import { paperFor } from '../paper.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await referralSent(event.params.id, whoMay(event, 'referClients'));
	if (!found) error(404);
	const { lang } = event.locals;
	const office = (await organisationNames(lang)).get(found.organisationId) ?? '';
	return { ...spokenBy(event.locals), referral: { ...shownIn(lang, found), office } };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoMay(event, 'referClients');
		const found = await referralSent(event.params.id, actor);
		if (!found) error(404);
		const result = await anotherReferralCode({ id: event.params.id }, actor);
		if (isRefusal(result)) return fail(statusOf(result), { refused: result.refused });
		const { id, code, expiresOn } = result;
		return { handed: { id, code: groupedCode(code ?? ''), expiresOn, ...paperFor(found.language, event.url) } };
	},
};
