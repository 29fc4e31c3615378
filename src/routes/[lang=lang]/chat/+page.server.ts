import type { Actions, PageServerLoad } from './$types';
import { comeBack, consent, decline, end, erase, keep, open, rate, renew, send } from './acts.server.ts';
import { loadChat } from './load.server.ts';
import { done, spoken } from './outcome.server.ts';

export const load: PageServerLoad = ({ cookies, url, params }) => loadChat(cookies, url, params.lang);

export const actions: Actions = {
	open: (event) => spoken(event, open),
	send: (event) => spoken(event, send),
	return: (event) => done(event, comeBack),
	kept: (event) => done(event, keep),
	renew: (event) => done(event, renew),
	end: (event) => done(event, end),
	decline: (event) => done(event, decline),
	rate: (event) => done(event, rate),
	consent: (event) => done(event, consent),
	erase: (event) => done(event, erase),
};
