import { error, redirect } from '@sveltejs/kit';
import { standingOfNotices } from '#lib/events/index.server.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { siteDesk } from '#lib/network/index.server.ts';
import { house } from '../../../house.server.ts';
import { countToTell, standingOfVolunteerNotices } from '#lib/volunteers/index.server.ts';
import { carriedWays } from '../../../telling.server.ts';
import type { PageServerLoad } from './$types';

type Standing = { readonly waiting: number; readonly failed: number; readonly oldest: Date | null };

/** Whether the mail gets through, for coordinators: numbers and moments only. */
export const load: PageServerLoad = async ({ locals }) => {
	const { staff, lang } = locals;
	if (!staff) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fmail');
	if (organisationsWhere(staff, 'seeMailbox').length === 0) error(403);
	const { mail, settings } = house();
	const desk = await siteDesk(ground().db);
	const standing = mail && (await mail.standing());
	const carried = carriedWays(settings);
	const shown = (told: Readonly<Record<'sms' | 'email', Standing>>) =>
		(['sms', 'email'] as const).map((way) => ({
			...{ way, isOn: carried.includes(way), ...told[way], oldest: told[way].oldest?.toISOString() ?? null },
		}));
	const leads = organisationsWhere(staff, 'leadVolunteers').length > 0;
	return {
		lang,
		words: wordsOf(lang, ['mail', 'notices', 'site']),
		desk: inLanguage(desk?.names, lang),
		events: shown(await standingOfNotices(ground().db)),
		volunteers: shown(await standingOfVolunteerNotices(ground().db)),
		/** Null for whoever leads no volunteers: the list is not hers. */
		toTell: leads ? await countToTell(staff, carried) : null,
		comesIn: settings.mail?.imap != null,
		standing: standing && {
			...{ trouble: standing.trouble, became: standing.became },
			fetchedAt: standing.fetchedAt?.toISOString() ?? null,
			awaySince: standing.awaySince?.toISOString() ?? null,
			...{ waiting: standing.out.waiting, failed: standing.out.failed },
			oldest: standing.out.oldest?.toISOString() ?? null,
		},
	};
};
