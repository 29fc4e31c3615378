import { error, fail, redirect } from '@sveltejs/kit';
import {
	cancelDate,
	changeDate,
	dateSeen,
	datesWithin,
	mayBeRestored,
	replaceDate,
	restoreDate,
} from '#lib/events/index.server.ts';
import { sheetOfDate, whenOf } from '#lib/events/index.ts';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { addDays, instantAt, now, today } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { type Choice, linesFor, placeNames, planningWords, whoPlans, whoRuns } from '../../desk.server.ts';
import { shownDate } from '../../preview.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** So far ahead dates are offered that could replace this one. */
const DAYS_OFFERED = 90;
const DEEDS = ['change', 'cancel', 'replace'];

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const { lang } = event.locals;
	const seen = await dateSeen(ground().db, actor, event.params.date);
	if (seen?.of.id !== event.params.series) error(404);
	const { row, of } = seen;
	const places = await placeNames(lang);
	const asked = event.url.searchParams.get('do') ?? '';
	return {
		words: planningWords(lang),
		...{ date: shownDate(seen, lang, places), name: inLanguage(of.names, lang), sequence: row.sequence },
		...{ originalDay: row.originalDay, sheet: sheetOfDate(row), cause: row.cause, today: today() },
		notice: inLanguage(row.notice ?? {}, lang),
		reason: inLanguage(row.reason ?? {}, lang),
		planned: { ...row.planned, place: places.get(row.planned.placeId ?? '') ?? '' },
		isOver: row.endsAt < now(),
		lacksLink: row.state === 'planned' && row.mode !== 'on-site' && (row.link ?? of.link) === null,
		isRestorable: mayBeRestored(row),
		mayPlan: may(actor).planEvents(of.organisationId),
		deed: DEEDS.includes(asked) ? asked : '',
		places: [...places].map(([id, name]) => ({ id, name })),
		instead: asked === 'change' || asked === 'cancel' ? [] : await insteadFor(actor, { lang, not: row.id }),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	change: (event) => change(event, 'change', changeDate),
	cancel: (event) => change(event, 'cancel', cancelDate),
	replace: (event) => change(event, 'replace', replaceDate),
	restore: (event) => change(event, '', restoreDate),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<{ id: string } | Refusal>;

async function change(event: RequestEvent, deed: string, command: Command) {
	const actor = whoPlans(event);
	const typed = fieldsOf(await event.request.formData());
	const { sequence, cause, by = '', along = 'along' } = typed;
	const done = await command({ id: event.params.date, sequence, cause, by, along, sheet: typed }, actor);
	if (!isRefusal(done))
		redirect(303, `/staff/events/${event.params.series}/${event.params.date}?done=${deed || 'restored'}`);
	if (done.refused === 'missing') error(404);
	return fail(statusOf(done), { deed, typed, refused: done.refused, faults: done.fields });
}

/** What could be held for it: lines of the plan, then dates to come. */
async function insteadFor(actor: StaffActor, { lang, not }: { lang: string; not: string }): Promise<Choice[]> {
	const say = sayIn(lang, ['rule']);
	const lines = (await linesFor(actor, lang)).map(({ id, name }) => ({ id: `line/${id.split('/')[1]}`, name }));
	const to = instantAt(addDays(today(), DAYS_OFFERED), '00:00');
	const dates = (await datesWithin(ground().db, actor, { from: now(), to })).filter(
		({ row, of }) => row.id !== not && row.state === 'planned' && row.startsAt > now() && of.state === 'public',
	);
	return [
		...lines,
		...dates.map(({ row, of }) => ({
			id: row.id,
			name: `${whenOf(say, row, today())} · ${inLanguage(row.names ?? of.names, lang)}`,
		})),
	];
}
