import type { Actions, PageServerLoad } from './$types';
import { erase } from '../chat/acts.server.ts';
import { done, spoken } from '../chat/outcome.server.ts';
import { giveAddress, keep, renew, takeBack, wantText, write } from './acts.server.ts';
import { loadCase } from './load.server.ts';

export const load: PageServerLoad = ({ cookies, url, params }) => loadCase(cookies, url, params.lang);

export const actions: Actions = {
	write: (event) => spoken(event, write),
	kept: (event) => done(event, keep),
	renew: (event) => done(event, renew),
	erase: (event) => done(event, erase),
	'take-back': (event) => done(event, takeBack),
	'give-address': (event) => giveAddress(event),
	'want-text': (event) => done(event, wantText),
};
