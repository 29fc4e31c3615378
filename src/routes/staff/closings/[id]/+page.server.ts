import { error, fail, redirect } from '@sveltejs/kit';
import { mendClosing } from '#lib/chat/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { bookOf } from '../../desk/book.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import { recentClosings, type Shown } from '../closings.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'helpAtDesk');
	const { lang } = event.locals;
	const shown = (await recentClosings(actor)).find(({ closing }) => closing.id === event.params.id);
	if (!shown) error(404);
	const { topics, cards, guides } = bookOf(lang);
	return {
		lang,
		words: wordsOf(lang, ['cases', 'site']),
		topics,
		cards,
		guides,
		day: shown.closing.closedOn,
		codes: codesOf(shown),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoMay(event, 'helpAtDesk');
		const typed = fieldsOf(await event.request.formData());
		const result = await mendClosing({ ...typed, closingId: event.params.id }, actor);
		if (isRefusal(result)) return fail(statusOf(result), { refused: result.refused, fields: result.fields, typed });
		redirect(303, `/staff/closings?mended=${result.closingId}`);
	},
};

function codesOf({ closing, fact }: Shown) {
	return {
		topic: fact?.topic ?? '',
		serviceId: fact?.serviceId ?? '',
		outcome: closing.factId ? (fact?.outcome ?? '') : 'not-a-contact',
		minutes: String(fact?.minutes ?? ''),
		ageBand: fact?.ageBand ?? '',
		gender: fact?.gender ?? '',
		stuckAt: fact?.stuckAt ?? '',
		referredTo: fact?.referredTo ?? '',
		guideMissing: fact?.guideMissing ?? false,
	};
}
