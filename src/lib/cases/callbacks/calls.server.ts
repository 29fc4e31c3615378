import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Within } from '#lib/platform/command.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { endWait } from '../case/waiting.server.ts';
import { type KnownCodes, unknownCodes } from '../contacts/known.ts';
import { recordContact } from '../contacts/record.server.ts';
import { roleAt } from '../contacts/role.ts';
import { countWait } from '../figures/waits.server.ts';
import { cases } from '../store.server.ts';
import { isOpen, stateAfter } from './callback.ts';
import { endCallback } from './number.server.ts';
import { mayCall } from './policy.ts';
import { doneSchema, idSchema, triedSchema } from './schema.ts';
import { callbacks, type StoredCallback } from './store.server.ts';
import { waitOf } from './wait.ts';

type At = { actor: StaffActor };

/** Takes it, to call now. Of two who press at once one gets it. */
export const takeCallback = command({
	input: idSchema,
	load: within,
	allow: (callback, { actor }: At) => mayCall(actor).take(callback),
	run: async (callback, { tx, actor, audit }) => {
		if (callback.holder === actor.id) return callback;
		if (!isOpen(callback)) return refused('over');
		if (callback.holder !== null) return refused('taken');
		await callbacks(tx).hold(callback.id, actor.id, now());
		await audit({ action: 'take', subject: 'callback', subjectId: callback.id });
		return callback;
	},
	present: ({ id }) => ({ id }),
});

/** Somebody else may call. */
export const giveCallbackBack = command({
	input: idSchema,
	load: within,
	allow: (callback, { actor }: At) => mayCall(actor).giveBack(callback) || refused('not-held'),
	run: async (callback, { tx, audit }) => {
		await callbacks(tx).release(callback.id);
		await audit({ action: 'release', subject: 'callback', subjectId: callback.id });
		return callback;
	},
	present: ({ id }) => ({ id }),
});

/** Nobody was reached. It waits again, or is given up; then the number goes. */
export const noteTry = command({
	input: triedSchema,
	load: within,
	allow: (callback, { actor }: At) => mayCall(actor).call(callback) || refused('not-held'),
	run: async (callback, { tx, audit }, { how, tries }) => {
		if (tries !== callback.tries) return { id: callback.id, state: callback.state };
		await callbacks(tx).noteTry(callback.id, how, now());
		await audit({ action: 'try', subject: 'callback', subjectId: callback.id, reason: how });
		const state = stateAfter(how, callback.tries + 1);
		if (state === 'waiting') await callbacks(tx).release(callback.id);
		else await giveUp(tx, callback);
		return { id: callback.id, state };
	},
	present: (tried) => tried,
});

/** They have spoken: a contact in her case, its codes, and the number goes. */
export const finishCallback = (known: KnownCodes) =>
	command({
		input: doneSchema,
		load: within,
		allow: (callback, { actor }: At) => mayCall(actor).call(callback) || refused('not-held'),
		run: async (callback, { tx, actor, audit }, { id, ...codes }) => {
			const unknown = unknownCodes(codes, known);
			if (unknown) return refused('malformed', unknown);
			const desk = await deskById(tx, callback.deskId);
			if (!desk) return refused('missing');
			const { caseId, language } = callback;
			const by = { closedBy: actor.id, signed: actor.chosenName, helperRole: roleAt(actor, desk.organisationId) };
			const happened = { clientId: `callback:${id}`, caseId, desk, channel: 'phone' as const, language, day: today() };
			const closing = await recordContact(tx, { ...happened, ...by }, codes);
			if (isRefusal(closing)) return closing;
			await endCallback(tx, callback, 'done');
			// A letter that lay in her case is answered by it too.
			const of = await cases(tx).byId(caseId);
			if (of) await endWait(tx, of);
			await countWait(tx, waitOf(callback), 'answered');
			await audit({ action: 'done', subject: 'callback', subjectId: callback.id });
			return closing;
		},
		present: ({ id }) => ({ closingId: id }),
	});

export async function giveUp(tx: Within<StaffActor>['tx'], callback: StoredCallback): Promise<void> {
	await endCallback(tx, callback, 'given-up');
	await countWait(tx, waitOf(callback), 'unanswered');
}

/** Of another organisation and not there look the same: null, so 404. */
async function within({ id }: { id: string }, { tx, actor }: Within<StaffActor>): Promise<StoredCallback | null> {
	const callback = await callbacks(tx).locked(id);
	if (!callback) return null;
	return organisationsWhere(actor, 'helpAtDesk').includes(callback.organisationId) ? callback : null;
}
