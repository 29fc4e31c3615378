import { fail, type RequestEvent } from '@sveltejs/kit';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { makeOwnKey, ownKeysOf, revokeOwnKey } from '#lib/volunteers/index.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import { whoIsHere } from '../door.server.ts';
import { addressOfKey } from './address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const has = await ownKeysOf(await whoIsHere(event));
	return { lang, words: wordsOf(lang, ['own', 'site']), has };
};

export const actions: Actions = {
	link: (event) => make(event, 'link'),
	feed: (event) => make(event, 'feed'),
	endLink: (event) => end(event, 'link'),
	endFeed: (event) => end(event, 'feed'),
};

/** The address is in this one answer and nowhere else. */
async function make(event: RequestEvent, kind: 'link' | 'feed') {
	const made = await makeOwnKey({ kind }, whoMay(event, 'useShifts'));
	if (isRefusal(made)) return fail(statusOf(made), { refused: made.refused });
	const address = addressOfKey(kind, { key: made.key, origin: event.url.origin, lang: event.locals.lang });
	return { made: { kind, address } };
}

async function end(event: RequestEvent, kind: 'link' | 'feed') {
	const done = await revokeOwnKey({ kind }, whoMay(event, 'useShifts'));
	return isRefusal(done) ? fail(statusOf(done), { refused: done.refused }) : { ended: kind };
}
