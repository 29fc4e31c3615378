import { error, fail, redirect } from '@sveltejs/kit';
import { type ProposedShift, sendProposed, suggestionFor, WEEKS } from '#lib/volunteers/index.server.ts';
import { reasonsSaid } from '#lib/volunteers/index.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { wallTimeOf } from '#lib/platform/clock.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { sayIn, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage, type Say } from '#lib/platform/i18n/say.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { Actions, PageServerLoad } from './$types';

const AREAS = ['rota', 'rule', 'content', 'hours'];
const MOST = 200;
/** No box of ours says these. */
const WRONG = ['missing', 'malformed'];

/** Looked for only when asked: it takes the machine some seconds. */
export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'leadVolunteers');
	const { lang } = event.locals;
	const { searchParams } = event.url;
	const weeks = WEEKS.find((one) => String(one) === searchParams.get('weeks')) ?? null;
	const found = weeks === null ? null : await suggestionFor(ground().db, actor, weeks);
	const count = (name: string): number => Math.min(MOST, Number(searchParams.get(name)) || 0);
	return {
		...{ lang, words: wordsOf(lang, AREAS), weeks, choices: WEEKS, sent: count('sent'), missed: count('missed') },
		found: found && { how: found.how, shifts: found.shifts.map((one) => shown(one, lang, sayIn(lang, AREAS))) },
	};
};

function shown({ names, place, startsAt, people, ...shift }: ProposedShift, lang: string, say: Say) {
	const workName = (work: string): string => say(`hours.work.${work}`);
	return {
		...{ ...shift, name: inLanguage(names, lang), place: place && inLanguage(place, lang) },
		...{ starts: wallTimeOf(startsAt), workName: workName(shift.work) },
		people: people.map((one) => ({ ...one, reasons: reasonsSaid(one.reasons, say, workName) })),
	};
}

export const actions: Actions = {
	send: async (event) => {
		const actor = whoMay(event, 'leadVolunteers');
		const ticked = (await event.request.formData()).getAll('offer').slice(0, MOST);
		if (ticked.length === 0) return fail(400, { refused: 'unticked' });
		const { sent, missed } = await sendAll(ticked.map(String), actor);
		redirect(303, `/staff/volunteers/suggestion?sent=${sent}&missed=${missed}`);
	},
};

/** Each by itself: one that cannot be made any more holds up no other. */
async function sendAll(ticked: readonly string[], actor: StaffActor): Promise<{ sent: number; missed: number }> {
	let sent = 0;
	for (const one of ticked) {
		const [shift, account] = one.split(' ');
		const done = await sendProposed({ shift, account }, actor);
		if (isRefusal(done) && WRONG.includes(done.refused)) error(statusOf(done));
		if (!isRefusal(done)) sent += 1;
	}
	return { sent, missed: ticked.length - sent };
}
