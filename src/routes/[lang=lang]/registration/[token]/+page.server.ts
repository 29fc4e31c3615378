import { fail, redirect } from '@sveltejs/kit';
import {
	cancelRegistration,
	confirmRegistration,
	declineOffer,
	herRegistration,
	keepHold,
	takeOffer,
} from '#lib/events/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Looking changes nothing: programs that open links before people do cancel nobody's seat. */
export const load: PageServerLoad = async ({ params, url }) => {
	const page = {
		words: wordsOf(params.lang, ['site', 'content', 'events', 'rule', 'registration']),
		...{ today: today(), address: `${url.host}/${params.lang}/registration`, down: false },
	};
	try {
		return { ...page, hers: await herRegistration(params.token, params.lang) };
	} catch (problem) {
		if (!(problem instanceof Away)) throw problem;
		return { ...page, hers: null, down: true };
	}
};

export const actions: Actions = {
	confirm: (event) =>
		done(event, (form, token) =>
			confirmRegistration({ ...fieldsOf(form), token, needs: form.getAll('needs').map(String) }),
		),
	keep: (event) => done(event, (_, token) => keepHold({ token }), 'stays'),
	take: (event) => done(event, (_, token) => takeOffer({ token })),
	decline: (event) => done(event, (_, token) => declineOffer({ token })),
	cancel: (event) => done(event, (form, token) => cancelRegistration({ ...fieldsOf(form), token })),
};

type Act = (form: FormData, token: string) => Promise<object>;

/** Whatever happens, what was typed stays on the page; also where she only asks for more time to type. */
async function done({ params, request }: RequestEvent, act: Act, then: 'goes' | 'stays' = 'goes') {
	const form = await request.formData();
	const outcome = await act(form, params.token).catch(asRefusal);
	const texts = Object.entries(fieldsOf(form)).map(([name, text]) => [name, text.slice(0, 300)]);
	const kept = { typed: Object.fromEntries(texts) as Record<string, string>, needs: form.getAll('needs').map(String) };
	if (isRefusal(outcome)) return fail(statusOf(outcome), { ...kept, refused: outcome.refused, faults: outcome.fields });
	if (then === 'stays') return { ...kept, refused: null, faults: {} };
	redirect(303, `/${params.lang}/registration/${params.token}`);
}

function asRefusal(problem: unknown): Refusal {
	if (problem instanceof Away) return refused('database');
	throw problem;
}
