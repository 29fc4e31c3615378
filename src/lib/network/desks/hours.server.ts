import * as v from 'valibot';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { closeForToday, openUntil } from './desk.server.ts';
import { type DeskRow, desks } from './store.server.ts';

const deskId = v.pipe(v.string('missing'), v.maxLength(80));
const closes = v.pipe(v.string('past'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'past'));

/** Out of reach and not there look the same: null, so 404. */
async function deskWithin({ deskId }: { deskId: string }, { tx, actor }: Within<StaffActor>): Promise<DeskRow | null> {
	const desk = await desks(tx).byId(deskId);
	return desk && organisationsWhere(actor, 'helpAtDesk').includes(desk.organisationId) ? desk : null;
}

/** Opens the desk from now until a time of today; refused with `past` when that time is over. */
export const openDeskUntil = command({
	input: v.object({ deskId, closes }),
	load: deskWithin,
	allow: () => true,
	run: async (desk, { tx, actor, audit, announce }, { closes }) => {
		if (!(await openUntil(tx, desk, { closes, openedBy: actor.id }))) return refused('past', { closes: 'past' });
		await audit({ action: 'open', subject: 'desk', subjectId: desk.id });
		announce('queue', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});

/** Ends today's hours now. Who has begun to write is still answered. */
export const closeDeskForToday = command({
	input: v.object({ deskId }),
	load: deskWithin,
	allow: () => true,
	run: async (desk, { tx, audit, announce }) => {
		await closeForToday(tx, desk);
		await audit({ action: 'close', subject: 'desk', subjectId: desk.id });
		announce('queue', desk.id);
		return desk;
	},
	present: ({ id }) => ({ id }),
});
