import { referralsSent } from '#lib/cases/index.server.ts';
import type { PageServerLoad } from './$types';
import { organisationNames, shownIn, spokenBy } from './door.server.ts';
import { whoMay } from '../whoMay.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'referClients');
	const { lang } = event.locals;
	const names = await organisationNames(lang);
	const sent = await referralsSent(actor);
	return {
		...spokenBy(event.locals),
		referrals: sent.map((one) => ({ ...shownIn(lang, one), office: names.get(one.organisationId) ?? '' })),
		hasOffices: new Set(sent.map(({ organisationId }) => organisationId)).size > 1,
		isSent: event.url.searchParams.has('sent'),
	};
};
