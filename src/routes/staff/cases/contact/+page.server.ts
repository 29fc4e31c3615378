import { error, fail, redirect } from '@sveltejs/kit';
import { lastRecordedBy, readCase, recordAtDesk } from '#lib/cases/index.server.ts';
import { knownCodes } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { desksFor, idIn, spokenBy, whoHelps } from '../door.server.ts';
import { bookFor } from './book.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const { lang } = event.locals;
	const asked = event.url.searchParams.get('case');
	const of = asked ? await caseToClose(idIn({ id: asked }), actor) : null;
	const desks = (await desksFor(actor, lang)).filter((desk) => !of || desk.organisationId === of.organisationId);
	const last = await lastRecordedBy(actor);
	return {
		...{ ...spokenBy(event.locals), book: bookFor(lang), desks, caseId: of?.id ?? '' },
		recorded: event.url.searchParams.get('recorded'),
		handed: event.url.searchParams.has('handed'),
		today: today(),
		blank: {
			...{ clientId: newId(), deskId: of?.deskId ?? last?.deskId ?? desks[0]?.id ?? '' },
			...{ channel: last?.channel ?? 'phone', placeId: last?.placeId ?? '', language: of?.language ?? 'ru' },
		},
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoHelps(event);
		const typed = fieldsOf(await event.request.formData());
		const recorded = await recordAtDesk(knownCodes())(typed, actor);
		if (isRefusal(recorded))
			return fail(statusOf(recorded), { refused: recorded.refused, faults: recorded.fields, typed });
		if (recorded.caseId === null) redirect(303, `/staff/cases/contact?recorded=${recorded.closingId}`);
		redirect(303, typed.caseId ? `/staff/cases/${recorded.caseId}?recorded` : `/staff/cases/${recorded.caseId}/code`);
	},
};

/** Whoever may not record in it is told so before she types. */
async function caseToClose(id: string, actor: StaffActor) {
	const seen = await readCase(id, actor);
	if (isRefusal(seen)) error(404);
	if (!seen.inside) error(403);
	return seen.of;
}
