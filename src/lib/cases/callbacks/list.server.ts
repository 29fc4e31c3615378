import { chosenNamesOf } from '#lib/identity/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { deskById, desksOf } from '#lib/network/index.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import { cases } from '../store.server.ts';
import { inOrderOfCalling, type ShownTime, shownTime } from './callback.ts';
import { type CallNumber, openNumber } from './number.server.ts';
import { mayCall } from './policy.ts';
import { callbacks, type StoredCallback } from './store.server.ts';

/** A callback as the list shows it: never its number. */
export type ListedCallback = Pick<
	StoredCallback,
	'id' | 'caseId' | 'language' | 'topic' | 'tries' | 'lastTry' | 'state'
> & {
	readonly time: ShownTime;
	readonly isOver: boolean;
	readonly isNow: boolean;
	readonly lastTriedAt: string | null;
	readonly isMine: boolean;
	/** The chosen name of whoever has it; null: nobody. */
	readonly holder: string | null;
	readonly mayGiveBack: boolean;
};
/** What whoever calls needs; for anybody else both are null. */
export type CallSheet = ListedCallback & { readonly call: CallNumber | null; readonly wish: string | null };

/** Those that wait at the desks where the actor helps, in the order in which to call. */
export async function callbacksAtDesk(db: Queryable, actor: StaffActor): Promise<ListedCallback[]> {
	const organisations = organisationsWhere(actor, 'helpAtDesk');
	const rows = inOrderOfCalling(await callbacks(db).open(organisations, today()), now());
	const zones = new Map((await desksOf(db, organisations)).map(({ id, zone }) => [id, zone]));
	const names = await chosenNamesOf(
		db,
		rows.flatMap(({ holder }) => holder ?? []),
	);
	return rows.map((row) => listed(row, { actor, names, zone: zones.get(row.deskId) ?? '' }));
}

/** One of them; its number for the one who has taken it, which stands in the audit. Null: out of reach, or over. */
export async function callSheet(tx: Queryable, actor: StaffActor, id: string): Promise<CallSheet | null> {
	const callback = await callbacks(tx).byId(id);
	if (!callback || callback.sealed === null || !mayCall(actor).see(callback)) return null;
	const zone = (await deskById(tx, callback.deskId))?.zone ?? '';
	const names = await chosenNamesOf(tx, callback.holder === null ? [] : [callback.holder]);
	const shown = listed(callback, { actor, names, zone });
	if (!mayCall(actor).call(callback)) return { ...shown, call: null, wish: null };
	await recordAudit(tx, actor, { action: 'read-number', subject: 'callback', subjectId: id });
	return { ...shown, call: await openNumber(callback), wish: await wishOf(tx, actor, callback) };
}

/** What she wrote with it. Reading it is reading in her case. */
async function wishOf(
	tx: Queryable,
	actor: StaffActor,
	{ caseId, entryNumber }: StoredCallback,
): Promise<string | null> {
	const of = entryNumber === null ? null : await cases(tx).byId(caseId);
	if (!of) return null;
	await recordAudit(tx, actor, { action: 'read', subject: 'case', subjectId: caseId });
	return (await readEntries(tx, of)).find(({ number }) => number === entryNumber)?.text ?? null;
}

type Seen = { readonly actor: StaffActor; readonly names: ReadonlyMap<string, string>; readonly zone: string };

function listed(row: StoredCallback, { actor, names, zone }: Seen): ListedCallback {
	const { id, caseId, language, topic, tries, lastTry, state, time, lastTriedAt } = row;
	const moment = now();
	return {
		...{ id, caseId, language, topic, tries, lastTry, state },
		time: shownTime(time, zone, today(0, zone)),
		isOver: time.to <= moment,
		isNow: !time.anyTime && time.from <= moment && moment < time.to,
		lastTriedAt: lastTriedAt?.toISOString() ?? null,
		isMine: row.holder === actor.id,
		holder: row.holder === null ? null : (names.get(row.holder) ?? ''),
		mayGiveBack: mayCall(actor).giveBack(row),
	};
}
