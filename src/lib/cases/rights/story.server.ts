import { dayOf } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { momentOfId } from '#lib/platform/randomness.server.ts';
import { type ContactRow, contacts } from '../contacts/store.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import { type Entry, isHers } from '../entries/entry.ts';
import type { CaseRow } from '../store.server.ts';
import { hasMore } from './store.server.ts';
import { type HerContact, inOrder, type Step } from './story.ts';

/** What happened in her case and what was written, in order; nothing of what helpers write to each other. */
export async function readStory(db: Queryable, of: CaseRow): Promise<Step[]> {
	const happened = await contacts(db).ofCase(of.id);
	const written = (await readEntries(db, of)).filter(isHers);
	return inOrder([...happened.map(stepOfContact), ...written.map(stepOfEntry)]);
}

/** Whether there is more in it than conversations: somebody helped her otherwise, or is to call, or there are letters. */
export async function caseHasMore(caseId: string): Promise<boolean> {
	return hasMore(ground().db, caseId);
}

function stepOfContact(row: ContactRow): Step {
	return { kind: 'contact', day: row.happenedOn, at: momentOfId(row.id).toISOString(), contact: hers(row) };
}

function stepOfEntry(entry: Entry): Step {
	return { kind: 'entry', day: dayOf(new Date(entry.writtenAt)), at: entry.writtenAt, entry };
}

function hers(row: ContactRow): HerContact {
	const { organisationId, signed, channel, placeId, happenedOn, minutes, topic, serviceId, outcome, referredTo } = row;
	return { organisationId, signed, channel, placeId, happenedOn, minutes, topic, serviceId, outcome, referredTo };
}
