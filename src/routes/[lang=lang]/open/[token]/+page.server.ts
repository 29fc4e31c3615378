import { fail, redirect } from '@sveltejs/kit';
import { isLinkGood, openByLink } from '#lib/cases/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { setVisitorCookie, visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { carryCode } from '../../chat/code.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The link of a mail. To look at it changes nothing: programs that look at links before people do use none up. */
export const load: PageServerLoad = async ({ params }) => ({
	isGood: await isLinkGood(params.token),
	words: wordsOf(params.lang, ['site', 'mail']),
});

export const actions: Actions = {
	default: async ({ params, cookies, url }) => {
		const secure = url.protocol === 'https:';
		const session = visitorTokenOf(cookies, secure) ?? '';
		const opened = await openByLink({ token: params.token, session }, { kind: 'visitor', id: null });
		if (isRefusal(opened)) return fail(opened.refused === 'link-over' ? 410 : statusOf(opened), { over: true });
		if (opened.session) setVisitorCookie(cookies, secure, opened.session);
		if (opened.code) await carryCode(cookies, secure, opened.code);
		redirect(303, `/${params.lang}/case`);
	},
};
