import { error, fail, redirect } from '@sveltejs/kit';
import { chooseName, type StaffActor } from '#lib/identity/index.server.ts';
import { readServicePoints } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { addAbsence, ownProfile, removeAbsence, saveContact, saveProfile } from '#lib/volunteers/index.server.ts';
import { type Asking, whoMay } from '../../whoMay.server.ts';
import { whoIsHere } from '../door.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { type Filled, filledBy } from './filled.ts';

const whoShifts = (event: Asking): StaffActor => whoMay(event, 'useShifts');

export const load: PageServerLoad = async (event) => {
	const actor = await whoIsHere(event);
	const { lang } = event.locals;
	const profile = await ownProfile(ground().db, actor);
	if (!profile) error(404);
	const places = await readServicePoints(ground().db);
	return {
		...{ lang, words: wordsOf(lang, ['volunteers', 'content', 'site']), profile, today: today() },
		...{ chosenName: actor.chosenName, isDemonstration: actor.isDemonstration },
		places: places
			.map(({ id, names, municipality }) => ({ id, name: said([names, municipality], lang) }))
			.sort((a, b) => a.name.localeCompare(b.name, lang)),
	};
};

export const actions: Actions = {
	profile: (event) => done(event, saveProfile),
	contact: (event) => done(event, saveContact),
	name: (event) => done(event, chooseName),
	absence: (event) => done(event, addAbsence),
	remove: (event) => done(event, removeAbsence),
};

type Act = (raw: unknown, actor: StaffActor) => Promise<Refusal | object>;

/** Each part of the page is a form of its own; what was typed in one stays. */
async function done(event: RequestEvent, act: Act) {
	const actor = whoShifts(event);
	const filled: Filled = filledBy(await event.request.formData());
	const result = await act({ ...filled.texts, ...filled.chosen }, actor);
	if (!isRefusal(result)) redirect(303, '/staff/shifts/profile?saved');
	return fail(statusOf(result), { refused: result.refused, faults: result.fields, filled });
}

const said = (texts: readonly Parameters<typeof inLanguage>[0][], lang: string): string =>
	texts.map((one) => inLanguage(one, lang)).join(', ');
