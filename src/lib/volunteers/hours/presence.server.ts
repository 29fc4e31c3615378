import { may, type StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { type Assignment, mayBecome } from '../shifts/shift.ts';
import { assignments, shifts } from '../shifts/store.server.ts';
import { takeOutFact } from './confirm.server.ts';
import type { HourEntry } from './entry.ts';
import { presenceSchema } from './schema.ts';
import { hourEntries } from './store.server.ts';

type Done = { readonly assignment: Assignment; readonly entry: HourEntry | null };

/**
 * Somebody did not come to a shift that was hers: its hours go, out of the ledger too. Or she came after all: they wait
 * for a colleague again. `id` is that of the assignment.
 */
export const markShift = command({
	input: presenceSchema,
	load: async ({ id }, { tx, actor }: Within<StaffActor>): Promise<Done | null> => {
		const known = await assignments(tx).byId(id);
		// The shift first, as everywhere; then what is read is what holds.
		const shift = known && (await shifts(tx).locked(known.shiftId));
		const assignment = shift && (await assignments(tx).byId(id));
		if (!shift || !assignment || !may(actor).leadVolunteers(shift.organisationId)) return null;
		const entry = await hourEntries(tx).ofAssignment(id);
		return { assignment, entry: entry && ((await hourEntries(tx).locked([entry.id]))[0] ?? null) };
	},
	allow: ({ assignment }, { actor }, { presence }) => {
		if (assignment.accountId === actor.id) return refused('own');
		const isOver = assignment.state === 'done' || assignment.state === 'no-show';
		return (isOver && mayBecome(assignment.state, becomes(presence))) || refused('settled');
	},
	run: async ({ assignment, entry }, { tx, actor, audit }, { presence }) => {
		await assignments(tx).setState(assignment.id, becomes(presence), now());
		const wrong = entry && (await takeOutFact(entry, { tx }));
		if (wrong) return wrong;
		if (entry && presence === 'absent' && entry.state !== 'rejected') {
			const settled = { ...entry, factId: null, state: 'withdrawn' as const };
			await hourEntries(tx).settle(entry.id, { ...settled, by: actor.id, on: today() });
		}
		if (entry?.state === 'withdrawn' && presence === 'came') {
			await hourEntries(tx).settle(entry.id, { ...entry, state: 'reported', by: null, on: null });
		}
		await audit({ action: presence, subject: 'assignment', subjectId: assignment.id });
		return assignment;
	},
	present: ({ id, accountId }) => ({ id, accountId }),
});

const becomes = (presence: 'came' | 'absent'): 'done' | 'no-show' => (presence === 'came' ? 'done' : 'no-show');
