import * as v from 'valibot';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { venueLost } from '#lib/network/index.server.ts';
import { dayOf, instant, now, today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { mask } from '#lib/privacy/index.ts';
import type { Occurrence, Series } from '../event.ts';
import { CAUSES } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { series } from '../series/store.server.ts';
import { choicesFor } from './choices.server.ts';
import { changedDate } from './oneDate.ts';
import { endDate } from './end.server.ts';
import { rewriteDate } from './rewrite.server.ts';
import { ownSeries } from './series.server.ts';
import { textsIn } from './sheet.ts';
import { endedBefore } from './split.ts';
import { plans } from './store.server.ts';
import { isCalendarDay, type Sheet } from './typed.ts';

const sheet = v.record(v.string(), v.pipe(v.string(), v.maxLength(8000)));
const number = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());
const id = v.pipe(v.string(), v.uuid());
const cause = v.picklist(CAUSES, 'needed');
const along = v.picklist(['along', 'leave']);
const LONGEST_REASON = 600;

type Own = { readonly row: Occurrence; readonly of: Series };
type At = Within<StaffActor>;

/** `sequence`: of its changes, as she saw it; of two who save at once the second is told. */
const asSeen = { id, sequence: number };

/** Another time, place, mode, title or number of seats for one date, which the series writes no more from then on. */
export const changeDate = command({
	input: v.object({ ...asSeen, sheet }),
	load: ownDate,
	allow: isOpen,
	run: async ({ row, of }, at, input) => {
		const read = changedDate(row, input.sheet, { ...(await choicesFor(at.tx)), zone: of.zone });
		if ('faults' in read) return refused('malformed', read.faults);
		if (read.after.day < today()) return refused('malformed', { day: 'past' });
		const lost = await lostPlace(at, row, read.after);
		if (lost && input.sheet.despite !== 'on') return refused('malformed', { despite: lost });
		await rewriteDate(at.tx, row, { ...read.after, sequence: row.sequence + 1, changedAt: now() });
		return done(at, row, { action: 'change-date' });
	},
	present: ({ id }) => ({ id }),
});

/** A place to which a date moves although it was refused, or its agreement has ended: she is asked whether she means it. */
async function lostPlace({ tx, actor }: At, row: Occurrence, { placeId }: Occurrence) {
	if (placeId === null || placeId === row.placeId) return null;
	return venueLost(tx, organisationsWhere(actor, 'planEvents'), placeId);
}

/** It is not held. The row stays, and everybody registered is told. */
export const cancelDate = command({
	input: v.object({ ...asSeen, cause, sheet }),
	load: ownDate,
	allow: isOpen,
	run: async ({ row }, at, input) => {
		await endDate(at.tx, row, { state: 'cancelled', cause: input.cause, reason: reasonIn(input.sheet) });
		return done(at, row, { action: 'cancel-date', reason: input.cause });
	},
	present: ({ id }) => ({ id }),
});

/**
 * Something else is held for it: another date (`by` its id), or a line of the plan (`line/…`). What was planned stays on
 * record. People go over to the other date where she wishes; all are told.
 */
export const replaceDate = command({
	input: v.object({ ...asSeen, cause, sheet, by: v.pipe(v.string(), v.nonEmpty('needed')), along }),
	load: async (input, at: At) => {
		// Two dates are always locked in the same order, so that no two of these wait for each other.
		const both = [input.id, ...(v.is(id, input.by) ? [input.by] : [])].sort();
		for (const one of both) await occurrences(at.tx).locked(one);
		return ownDate(input, at);
	},
	allow: isOpen,
	run: async ({ row }, at, input) => {
		const instead = await insteadOf(at, row, input.by);
		if (instead === null) return refused('malformed', { by: 'needed' });
		const ending = { state: 'replaced', cause: input.cause, reason: reasonIn(input.sheet) } as const;
		await endDate(at.tx, row, { ...ending, ...instead, along: input.along === 'along' });
		return done(at, row, { action: 'replace-date', reason: input.cause });
	},
	present: ({ id }) => ({ id }),
});

/** Nothing of it is held from that day on. */
export const cancelRest = command({
	input: v.object({
		id: v.string(),
		revision: number,
		from: v.pipe(v.string(), v.check(isCalendarDay, 'day')),
		cause,
		sheet,
	}),
	load: ownSeries,
	allow: (of, _, { from }) => (of.state === 'public' ? from >= today() || refused('past') : refused('ended')),
	run: async (of, { tx, audit, announce }, input) => {
		if (of.revision !== input.revision) return refused('changed-meanwhile');
		await plans(tx).lock(of.id, input.from);
		const ending = { state: 'cancelled', cause: input.cause, reason: reasonIn(input.sheet) } as const;
		for (const row of await occurrences(tx).ofSeries(of.id)) {
			if (row.state === 'planned' && row.day >= input.from && row.startsAt > now()) await endDate(tx, row, ending);
		}
		const ended = input.from > of.from ? endedBefore(of, input.from) : of;
		await series(tx).save({ ...ended, state: 'ended', changedAt: now() });
		await audit({ action: 'cancel-series', subject: 'series', subjectId: of.id, reason: input.cause });
		announce('content', of.id);
		return of;
	},
	present: ({ id }) => ({ id }),
});

/** Cancelled by mistake: on the same day, and while nobody was told. */
export const restoreDate = command({
	input: v.object(asSeen),
	load: ownDate,
	allow: ({ row }, _, { sequence }) =>
		mayBeRestored(row) || refused(row.sequence === sequence ? 'ended' : 'changed-meanwhile'),
	run: async ({ row }, at) => {
		const traces = await plans(at.tx).traces(row.seriesId);
		if (traces.has(row.id)) return refused('told');
		const again = { ...row, state: 'planned', cause: null, reason: null, sequence: row.sequence + 1 } as const;
		await occurrences(at.tx).save({ ...again, changedAt: now() });
		return done(at, row, { action: 'restore-date' });
	},
	present: ({ id }) => ({ id }),
});

export const mayBeRestored = ({ state, changedAt, startsAt }: Occurrence): boolean =>
	state === 'cancelled' && dayOf(changedAt) === today() && startsAt.getTime() > instant();

async function ownDate({ id: wanted }: { id: string }, { tx, actor }: At): Promise<Own | null> {
	const row = await occurrences(tx).locked(wanted);
	const of = row && (await series(tx).byId(row.seriesId));
	return row && of && may(actor).planEvents(of.organisationId) ? { row, of } : null;
}

function isOpen({ row }: Own, _: At, { sequence }: { sequence: number }) {
	if (row.state !== 'planned') return refused('ended');
	return row.sequence === sequence || refused('changed-meanwhile');
}

async function done({ audit, announce }: At, row: Occurrence, deed: { action: string; reason?: string }) {
	await audit({ ...deed, subject: 'occurrence', subjectId: row.id });
	announce('content', row.seriesId);
	return row;
}

/** Everybody reads it, and whoever registered is told it: what must not be stored is hidden in it, as everywhere. */
function reasonIn(typed: Sheet): Texts {
	const written = Object.entries(textsIn(typed, 'reason', LONGEST_REASON));
	return Object.fromEntries(written.map(([lang, text]) => [lang, mask(text).text]));
}

/** What is held for it; null when there is no such date to come in her organisations. */
async function insteadOf({ tx, actor }: At, row: Occurrence, by: string) {
	const [, line] = /^line\/([\w-]{1,80})$/.exec(by) ?? [];
	if (line) return { replacedBy: null, replacedByLine: line };
	if (!v.is(id, by) || by === row.id) return null;
	const other = await occurrences(tx).byId(by);
	const of = other && (await series(tx).byId(other.seriesId));
	if (!of || !may(actor).planEvents(of.organisationId)) return null;
	const isToCome = other.state === 'planned' && other.startsAt > now();
	return isToCome ? { replacedBy: other.id, replacedByLine: null } : null;
}
