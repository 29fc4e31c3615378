import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { unseal } from '#lib/privacy/index.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { keepWords, keyOfCase, sealInCase } from '../words.server.ts';
import { type Entry, type EntryChannel, type EntryKind, placeOfEntry } from './entry.ts';
import { entries } from './store.server.ts';

/** Something to be written into a case. `clientId` makes it once (P03). */
export type NewEntry = {
	readonly clientId: string;
	readonly kind: EntryKind;
	readonly text: string;
	readonly channel?: EntryChannel;
	readonly language?: string;
	readonly by?: { readonly accountId: string | null; readonly signed: string };
	/** Kinds that were hidden before the text came here. */
	readonly alreadyHidden?: readonly string[];
};

/** Writes it masked and sealed, and keeps the whole case for six months from today. Gives its number. */
export async function addEntry(tx: Queryable, caseId: string, entry: NewEntry): Promise<number> {
	const of = await cases(tx).locked(caseId);
	if (!of) throw new Error('an entry was to be written into a case that is not there');
	const earlier = await entries(tx).numberOf(caseId, entry.clientId);
	if (earlier !== null) return earlier;
	const kept = await keepWords(tx, of);
	const number = of.lastNumber + 1;
	const { text, spans } = mask(entry.text);
	await entries(tx).add(caseId, {
		...{ number, clientId: entry.clientId, kind: entry.kind, channel: entry.channel ?? null },
		...{ accountId: entry.by?.accountId ?? null, signed: entry.by?.signed ?? null },
		language: entry.language ?? of.language,
		hidden: [...new Set([...(entry.alreadyHidden ?? []), ...spans.map(({ kind }) => kind)])],
		sealed: await sealInCase(kept, placeOfEntry(caseId, number, entry.kind), text),
		writtenAt: now(),
	});
	return number;
}

/** All entries in order; who may read them is asked before. */
export async function readEntries(db: Queryable, of: CaseRow): Promise<Entry[]> {
	if (of.wordsUntil === null) return [];
	const key = await ground().keystore.findKey(keyOfCase({ id: of.id, wordsUntil: of.wordsUntil }));
	const rows = await entries(db).ofCase(of.id);
	return rows.map(({ sealed, writtenAt, number, kind, channel, hidden, signed, language }) => ({
		...{ number, kind, channel, hidden, signed, language },
		text: key && unseal(key, sealed, placeOfEntry(of.id, number, kind)),
		writtenAt: writtenAt.toISOString(),
	}));
}
