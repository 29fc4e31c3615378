import { referralOf } from '#lib/cases/index.server.ts';
import { dayInFigures } from '#lib/design/when.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { organisationNames, shownIn } from './door.server.ts';

/** For the page of a case: which office sent her, when and about what, in one line; null when nobody did. */
export async function sentBy(caseId: string, actor: StaffActor, lang: string): Promise<string | null> {
	const referral = await referralOf(caseId, actor);
	if (!referral) return null;
	const say = sayIn(lang, ['referral', 'site']);
	const { mark, topic, service, referredOn, how } = shownIn(lang, referral);
	const office = (await organisationNames(lang)).get(referral.organisationId) ?? '';
	const subject = [topic, service].filter(Boolean).join(', ');
	return say('referral.sentBy', {
		office,
		mark,
		day: dayInFigures(say, referredOn),
		subject,
		way: say(`referral.way.${how}`),
	});
}
