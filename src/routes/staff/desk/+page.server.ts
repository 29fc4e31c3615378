import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { deskView } from '#lib/chat/index.server.ts';
import { phrasesAtHand } from '#lib/content/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { instant, now, wallTimeOf } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { closeDeskForToday, openDeskUntil } from '#lib/network/index.server.ts';
import { house } from '../../../house.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { bookOf } from './book.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const { lang } = event.locals;
	return {
		lang,
		words: deskWords(lang),
		first: { view: await deskView(actor), now: instant() },
		wallTime: wallTimeOf(now()),
		book: await bookAtHand(actor, lang),
		awayMinutes: house().settings.helperAwayMinutes,
	};
};

export const actions: Actions = {
	open: (event) => order(event, openDeskUntil),
	close: (event) => order(event, closeDeskForToday),
};

/** With the phrases that helpers of her organisations added themselves. */
async function bookAtHand(actor: StaffActor, lang: string) {
	const book = bookOf(lang);
	const added = await phrasesAtHand(ground().db, organisationsWhere(actor, 'helpAtDesk'));
	return { ...book, phrases: [...book.phrases, ...added] };
}

/** Asked in load and in each action: a guard in a layout protects no action. */
function whoHelps({ locals }: Pick<RequestEvent, 'locals'>): StaffActor {
	const actor = locals.staff;
	if (!actor) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fdesk');
	if (organisationsWhere(actor, 'helpAtDesk').length === 0) error(403);
	return actor;
}

async function order(
	event: Pick<RequestEvent, 'locals' | 'request'>,
	work: (raw: unknown, actor: StaffActor) => Promise<object | Refusal>,
) {
	const actor = whoHelps(event);
	const result = await work(Object.fromEntries(await event.request.formData()), actor);
	return isRefusal(result) ? fail(statusOf(result), { refused: result.refused }) : redirect(303, '/staff/desk');
}

const NEEDED = /^(desk|cases)\.|^site\.when\.|^content\.login\.|^chat\.(state|hidden|card|rendering)\./;

/** The script carries its words with it, so only those it says. */
function deskWords(lang: string) {
	const all = wordsOf(lang, ['desk', 'cases', 'site', 'content', 'chat']);
	return Object.fromEntries(Object.entries(all).filter(([key]) => NEEDED.test(key)));
}
