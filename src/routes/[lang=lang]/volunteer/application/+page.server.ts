import { fail, redirect } from '@sveltejs/kit';
import { Away } from '#lib/platform/away.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { tokenOfApplication } from '#lib/volunteers/index.server.ts';
import { pauseAfterWrongCode } from '../../../wrongCode.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({ words: wordsOf(params.lang, ['site', 'volunteers']) });

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const typed = fieldsOf(await request.formData()).code?.slice(0, 60) ?? '';
		const token = await tokenOfApplication(typed).catch(away);
		if (token === 'away') return fail(503, { error: 'database', typed });
		if (token) redirect(303, `/${params.lang}/volunteer/application/${token}`);
		await pauseAfterWrongCode(locals.source);
		return fail(400, { error: 'code', typed });
	},
};

function away(problem: unknown): 'away' {
	if (problem instanceof Away) return 'away';
	throw problem;
}
