import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { recordFact, reverseFact } from '#lib/ledger/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { command, isRefusal, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { tell } from '../notices/tell.server.ts';
import { volunteers } from '../people/store.server.ts';
import { type HourEntry, mayBecome, metBy, QUARTERS_A_DAY, quartersIn } from './entry.ts';
import { confirmSchema, rejectSchema } from './schema.ts';
import { hourEntries, type Settled } from './store.server.ts';

type At = Within<StaffActor>;
type Confirming = Pick<At, 'tx' | 'audit'> & { readonly actor: Pick<StaffActor, 'id'> };
type Line = { readonly projectId: string; readonly planLine: string };

/**
 * Those that she saw, all at once or none: each becomes a fact. Nobody confirms her own, in whatever role, nor what was
 * written down through a link that she made for somebody: she might have written it herself. The line is for those that have none from their desk or series.
 */
export const confirmHours = command({
	input: confirmSchema,
	load: async ({ ids }, { tx, actor }: At) => {
		const entries = await hourEntries(tx).locked(ids);
		const own = organisationsWhere(actor, 'confirmHours');
		return entries.length === ids.length && entries.every((one) => own.includes(one.organisationId)) ? entries : null;
	},
	allow: (entries, { actor }) => {
		if (entries.some(({ accountId }) => accountId === actor.id)) return refused('own');
		if (entries.some(({ linkMadeBy }) => linkMadeBy === actor.id)) return refused('own-link');
		return entries.every(({ state }) => state === 'reported') || refused('settled');
	},
	run: async (entries, at, { line }) => {
		const wrong = (line && (await lineRefused(at, entries, line))) ?? (await daysRefused(at, entries));
		if (wrong) return wrong;
		for (const entry of entries) await confirmEntry(entry, at, line);
		return entries;
	},
	present: (entries) => ({ count: entries.length, quarters: quartersIn(entries) }),
});

async function lineRefused({ tx }: At, entries: readonly HourEntry[], line: Line): Promise<Refusal | null> {
	for (const organisationId of new Set(entries.map((one) => one.organisationId))) {
		const isLine = await hourEntries(tx).isLine(organisationId, line.projectId, line.planLine);
		if (!isLine) return refused('malformed', { line: 'line' });
	}
	return null;
}

/** No day of hers has more than 24 hours, wherever they came from. People in order of id: nobody waits in a circle. */
async function daysRefused({ tx }: At, entries: readonly HourEntry[]): Promise<Refusal | null> {
	const people = [...new Set(entries.map(({ accountId }) => accountId))].sort();
	for (const accountId of people) await volunteers(tx).locked(accountId);
	for (const { accountId, day } of entries) {
		const ofDay = entries.filter((one) => one.accountId === accountId && one.day === day);
		const before = await hourEntries(tx).quartersOn(accountId, day, ['confirmed']);
		if (before + quartersIn(ofDay) > QUARTERS_A_DAY) return refused('too-many-hours');
	}
	return null;
}

/** Whoever calls this has asked whether it may be. */
export async function confirmEntry(
	entry: HourEntry,
	{ tx, actor, audit }: Confirming,
	line: Line | null,
): Promise<void> {
	const { organisationId, day, work, quarters, accountId } = entry;
	const on = entry.projectId ? { projectId: entry.projectId, planLine: entry.planLine } : line;
	const { projectId, planLine } = on ?? { projectId: null, planLine: null };
	const factId = await recordFact(tx, {
		...{ occurredOn: day, organisationId, projectId, planLine, unit: 'hour', quantity: quarters / 4 },
		...{ basis: 'counted', ...metBy(work), work },
		helperRole: await hourEntries(tx).roleOf(accountId, organisationId),
	});
	const settled: Settled = { ...entry, projectId, planLine, state: 'confirmed', factId, ...settledBy(actor) };
	await hourEntries(tx).settle(entry.id, settled);
	await audit({ action: 'confirm', subject: 'hours', subjectId: entry.id });
}

const settledBy = ({ id }: Pick<StaffActor, 'id'>) => ({ by: id, on: today() });

/** With a reason; one that was confirmed is taken out of the ledger again. She is told, and may write it down anew. */
export const rejectHours = command({
	input: rejectSchema,
	load: ({ id }, at: At) => oneWithin(id, at),
	allow: ({ accountId, state }, { actor }) => {
		if (accountId === actor.id) return refused('own');
		return mayBecome(state, 'rejected') || refused('settled');
	},
	run: async (entry, at, { reason, proposedQuarters }) => {
		if (proposedQuarters === entry.quarters) return refused('malformed', { hours: 'same' });
		const wrong = await takeOutFact(entry, at);
		if (wrong) return wrong;
		const settled = { ...entry, factId: null, reason, proposedQuarters, ...settledBy(at.actor) };
		await hourEntries(at.tx).settle(entry.id, { ...settled, state: 'rejected' });
		await tell(at.tx, entry.accountId, { about: 'hours', key: `hours-${entry.id}` });
		await at.audit({ action: 'reject', subject: 'hours', subjectId: entry.id, reason });
		return entry;
	},
	present: ({ id, accountId }) => ({ id, accountId }),
});

async function oneWithin(id: string, { tx, actor }: At): Promise<HourEntry | null> {
	const [entry] = await hourEntries(tx).locked([id]);
	return entry && may(actor).confirmHours(entry.organisationId) ? entry : null;
}

/** Of a confirmed entry; of any other there is none. */
export async function takeOutFact({ factId }: HourEntry, { tx }: Pick<At, 'tx'>): Promise<Refusal | null> {
	const reversal = factId === null ? null : await reverseFact(tx, factId);
	return isRefusal(reversal) ? reversal : null;
}
