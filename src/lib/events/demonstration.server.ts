import fs from 'node:fs';
import path from 'node:path';
import { addDays, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Cause, Series } from './event.ts';
import { loadDemonstrationMaterials } from './materials/demonstration.server.ts';
import { occurrences } from './occurrences/store.server.ts';
import { materialise } from './series/materialise.server.ts';
import { series } from './series/store.server.ts';

/** What is the same for each series of the file. */
const SAME: Pick<Series, 'partnerIds' | 'link' | 'times' | 'zone' | 'state' | 'previousId' | 'revision'> = {
	partnerIds: [],
	link: null,
	times: null,
	zone: 'Europe/Helsinki',
	state: 'public',
	previousId: null,
	revision: 1,
};
/** So many days of dates that are over: enough to try how one is closed. */
const DAYS_BEHIND = 14;
/** A demonstration that begins at the end of a year has something to come as well. */
const DAYS_AHEAD = 90;

type Written = Omit<Series, keyof typeof SAME | 'projectId' | 'changedAt' | 'until'> & {
	/** Null: to the end of the season. */
	readonly until: string | null;
	readonly link?: string;
	/** Every date of it: a place that was refused, and what is done instead. */
	readonly replaced?: { readonly cause: Cause; readonly reason: Texts; readonly line: string };
};

/**
 * The made-up events of this year on the demonstration organisation, from two weeks ago on; a series that is there already
 * stays as it is.
 */
export async function loadDemonstrationSeason(tx: Queryable, projectId: string): Promise<void> {
	for (const { replaced, ...one } of written()) {
		const from = later(one.from, addDays(today(), -DAYS_BEHIND));
		const until = one.until ?? later(`${today().slice(0, 4)}-12-18`, addDays(today(), DAYS_AHEAD));
		if (from > until || (await series(tx).byId(one.id))) continue;
		const of = { ...SAME, ...one, from, until, projectId, changedAt: now() };
		await series(tx).add(of);
		await materialise(tx, of);
		if (replaced) await replaceAll(tx, of.id, replaced);
	}
	await loadDemonstrationMaterials(tx);
}

const later = (one: string, other: string): string => (one < other ? other : one);

async function replaceAll(tx: Queryable, id: string, { cause, reason, line }: NonNullable<Written['replaced']>) {
	for (const row of await occurrences(tx).ofSeries(id)) {
		await occurrences(tx).save({ ...row, state: 'replaced', cause, reason, replacedByLine: line, sequence: 1 });
	}
}

function written(): Written[] {
	const text = fs.readFileSync(path.join(ground().root, 'starter/demonstration-season.json'), 'utf8');
	// The file is ours; demonstration.server.test.ts holds it to its shape.
	return JSON.parse(text.replaceAll('{year}', today().slice(0, 4))) as Written[];
}
