import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { now, today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Series } from '../event.ts';
import { horizon, materialise } from '../series/materialise.server.ts';
import { breaks, series } from '../series/store.server.ts';
import { applyChanges, standingOf } from './apply.server.ts';
import { ALONG, askedAbout, changesOf, needsCause } from './changes.ts';
import { choicesFor } from './choices.server.ts';
import { idFor } from './names.ts';
import { causeIn, type Draft, draftIn, textsIn } from './sheet.ts';
import { newSpanIn } from './sheetCourse.ts';
import { endedBefore } from './split.ts';
import { isCalendarDay, type Sheet } from './typed.ts';
import { plans } from './store.server.ts';

const sheet = v.record(v.string(), v.pipe(v.string(), v.maxLength(8000)));
const id = v.pipe(v.string(), v.maxLength(80));
const lines = v.array(v.string());
const revision = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());
const noDay = v.literal('');

export async function ownSeries({ id: wanted }: { id: string }, { tx, actor }: Within<StaffActor>) {
	const found = await series(tx).locked(wanted);
	return found && may(actor).planEvents(found.organisationId) ? found : null;
}

/** A new series with a row for each date; a draft until it is published. `lines` come from the house, not the form. */
export const planSeries = command({
	input: v.object({ organisationId: id, state: v.picklist(['draft', 'public']), lines, sheet }),
	load: async ({ organisationId }, { actor }: Within<StaffActor>) =>
		may(actor).planEvents(organisationId) ? organisationId : null,
	allow: () => true,
	run: async (organisationId, at, input) => {
		const read = draftIn(input.sheet, { ...(await choicesFor(at.tx)), lines: input.lines });
		if ('faults' in read) return refused('malformed', read.faults);
		const made = await add(at, { ...read.draft, ...fresh(organisationId), state: input.state });
		await keepBreak(at, organisationId, input.sheet);
		await at.audit({ action: 'plan-series', subject: 'series', subjectId: made.id });
		at.announce('content', made.id);
		return made;
	},
	present: ({ id }) => ({ id }),
});

/**
 * Another plan for all dates to come, or from the day `from` on: then those go over into a series of their own. What
 * people are registered for changes only by her word, date by date (`people`, by the id of the date).
 */
export const changeSeries = command({
	input: v.object({
		...{ id, revision, lines, sheet },
		from: v.union([noDay, v.pipe(v.string(), v.check(isCalendarDay))]),
		people: v.record(v.pipe(v.string(), v.uuid()), v.picklist(ALONG)),
	}),
	load: ownSeries,
	allow: (_, __, { from }) => from === '' || from >= today() || refused('past'),
	run: async (was, at, input) => {
		if (was.revision !== input.revision) return refused('changed-meanwhile');
		const read = draftIn(input.sheet, { ...(await choicesFor(at.tx)), lines: input.lines });
		if ('faults' in read) return refused('malformed', read.faults);
		const from = input.from || today();
		await plans(at.tx).lock(was.id, from);
		const target = await targetOf(at, { was, draft: read.draft, from: input.from });
		if (target.until !== null && target.until < target.from) return refused('malformed', { until: 'order' });
		const standing = await standingOf(at.tx, was.id);
		const chosen = new Map(Object.entries(input.people));
		const cause = causeIn(input.sheet);
		const edit = { wanted: target, from, last: horizon(), chosen, cause, at: now() };
		const changes = changesOf(standing, edit);
		// Also where somebody registered while she was deciding.
		if (askedAbout(changes).some(({ row }) => !chosen.has(row.id))) return refused('people');
		const mustSayWhy = changes.rewrites.some(({ before, after }) => needsCause(before, after));
		if (mustSayWhy && cause === null) return refused('malformed', { cause: 'needed' });
		await keep(at, was, { target, from });
		await applyChanges(at.tx, target, { changes, from });
		await keepBreak(at, was.organisationId, input.sheet);
		await at.audit({ action: 'change-series', subject: 'series', subjectId: target.id, reason: input.from });
		at.announce('content', target.id);
		return target;
	},
	present: ({ id }) => ({ id }),
});

/** From now on the public sees it. */
export const publishSeries = command({
	input: v.object({ id, revision }),
	load: ownSeries,
	allow: isDraft,
	run: async (of, { tx, audit, announce }) => {
		await series(tx).save({ ...of, state: 'public', changedAt: now() });
		await audit({ action: 'publish-series', subject: 'series', subjectId: of.id });
		announce('content', of.id);
		return of;
	},
	present: ({ id }) => ({ id }),
});

/** A draft is thrown away with its dates. */
export const discardSeries = command({
	input: v.object({ id, revision }),
	load: ownSeries,
	allow: isDraft,
	run: async (of, { tx, audit, announce }) => {
		if (!(await plans(tx).discard(of.id))) return refused('has-materials');
		await audit({ action: 'discard-series', subject: 'series', subjectId: of.id });
		announce('content', of.id);
		return of;
	},
	present: ({ id }) => ({ id }),
});

type At = Within<StaffActor>;

function isDraft(of: Series, _: At, input: { revision: number }) {
	if (of.state !== 'draft') return refused('not-draft');
	return of.revision === input.revision || refused('changed-meanwhile');
}

const fresh = (organisationId: string) => ({
	...{ organisationId, zone: 'Europe/Helsinki', previousId: null, revision: 1, changedAt: now() },
});

async function add({ tx }: At, of: Omit<Series, 'id'>): Promise<Series> {
	const made = { ...of, id: await freeId(tx, of) };
	await series(tx).add(made);
	await materialise(tx, made);
	return made;
}

/** The series in which the dates are from then on: the same one, or the rest of it under an address of its own. */
async function targetOf(
	{ tx }: At,
	{ was, draft, from }: { was: Series; draft: Draft; from: string },
): Promise<Series> {
	const same = { ...was, ...draft, changedAt: now() };
	if (from <= was.from) return same;
	const id = await freeId(tx, { ...same, from });
	return { ...same, id, from, previousId: was.id, revision: 1 };
}

async function keep({ tx }: At, was: Series, { target, from }: { target: Series; from: string }): Promise<void> {
	if (target.id === was.id) {
		await series(tx).save(target);
		return;
	}
	await series(tx).add(target);
	await series(tx).save({ ...endedBefore(was, from), changedAt: now() });
	await plans(tx).goOver(was.id, from, target.id);
}

async function freeId(tx: At['tx'], of: Pick<Series, 'names' | 'activityId' | 'from'>): Promise<string> {
	const wanted = idFor(of, []);
	return idFor(of, await plans(tx).idsLike(wanted));
}

/** A break written into the form is there for the other series too. */
async function keepBreak({ tx, actor }: At, organisationId: string, typed: Sheet): Promise<void> {
	const span = newSpanIn(typed, {});
	const names = textsIn({ [`breakName-${actor.language}`]: typed.breakName ?? '' }, 'breakName', 120);
	if (span) await breaks(tx).add({ id: newId(), organisationId, names, ...span });
}
