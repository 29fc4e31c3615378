import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { venueLost } from '#lib/network/index.server.ts';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Series } from '../event.ts';
import { momentsOf } from '../series/asPlanned.ts';
import { type Holiday, holidayOn } from '../series/holidays.ts';
import { horizon } from '../series/materialise.server.ts';
import { daysOf, isSkipped, skippedDays } from '../series/rule.ts';
import { series } from '../series/store.server.ts';
import { standingOf } from './apply.server.ts';
import { type Changes, changesOf } from './changes.ts';
import { choicesFor } from './choices.server.ts';
import { type Draft, draftIn } from './sheet.ts';
import { type Clash, plans } from './store.server.ts';
import type { Faults, Sheet } from './typed.ts';

export type Preview = {
	readonly draft: Draft;
	/** Of the rule, up to the horizon. */
	readonly days: readonly string[];
	/** Left out: on a holiday, else in a break. */
	readonly left: readonly { readonly day: string; readonly holiday: Holiday | null }[];
	readonly clashes: readonly Clash[];
	/** The place was refused, or its agreement has ended: nobody may count on it. */
	readonly venue: Awaited<ReturnType<typeof venueLost>>;
	/** Of a series that is there; null for a new one. */
	readonly changes: Changes | null;
};

type Asked = {
	readonly sheet: Sheet;
	readonly lines: readonly string[];
	/** Which series, and from which day on; none: a new one. */
	readonly of?: Series;
	readonly from?: string;
};

/** What saving would come to, and nothing is saved; or what is to be mended. */
export async function previewOf(db: Queryable, actor: StaffActor, asked: Asked): Promise<Preview | { faults: Faults }> {
	const read = draftIn(asked.sheet, { ...(await choicesFor(db)), lines: asked.lines });
	if ('faults' in read) return read;
	const { of, from } = asked;
	const draft = from ? { ...read.draft, from } : read.draft;
	if (draft.until !== null && draft.until < draft.from) return { faults: { until: 'order' } };
	const days = daysOf(draft, horizon());
	if (days.length === 0) return { faults: { until: 'empty' } };
	const left = skippedDays(draft, horizon()).map((day) => ({ day, holiday: holidayLeft(draft, day) }));
	const clashes = await clashesOf(db, actor, { draft, days, not: of?.id ?? '' });
	const changes = of ? await changesFor(db, { ...of, ...draft }, from || today()) : null;
	const venue = draft.placeId && (await venueLost(db, organisationsWhere(actor, 'planEvents'), draft.placeId));
	return { draft, days, left, clashes, venue: venue || null, changes };
}

const holidayLeft = ({ skip }: Draft, day: string): Holiday | null =>
	isSkipped(day, { holidays: false, spans: skip.spans }) ? null : holidayOn(day);

async function changesFor(db: Queryable, wanted: Series, from: string): Promise<Changes> {
	const standing = await standingOf(db, wanted.id);
	return changesOf(standing, { wanted, from, last: horizon(), chosen: new Map(), cause: null, at: now() });
}

/** What else of hers goes on at the same place at the same time. */
async function clashesOf(
	db: Queryable,
	actor: StaffActor,
	{ draft, days, not }: { draft: Draft; days: readonly string[]; not: string },
): Promise<Clash[]> {
	const zone = 'Europe/Helsinki';
	const moments = days.filter((day) => day >= today()).map((day) => momentsOf({ ...draft, day }, zone));
	const [first, last] = [moments[0], moments.at(-1)];
	if (draft.placeId === null || !first || !last) return [];
	const organisationIds = organisationsWhere(actor, 'planEvents');
	const span = { from: first.startsAt, to: last.endsAt, placeId: draft.placeId, organisationIds, not };
	const there = await plans(db).clashes(span);
	return there.filter((one) => moments.some(({ startsAt, endsAt }) => one.startsAt < endsAt && startsAt < one.endsAt));
}

/** The series that a form is about; null when it is not there, or not hers to plan. */
export async function seriesToPlan(db: Queryable, actor: StaffActor, id: string): Promise<Series | null> {
	const of = await series(db).byId(id);
	return of && organisationsWhere(actor, 'planEvents').includes(of.organisationId) ? of : null;
}
