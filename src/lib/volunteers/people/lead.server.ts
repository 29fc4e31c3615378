import { may, type StaffActor } from '#lib/identity/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { activateSchema, experienceSchema, grantSchema, idSchema } from './schema.ts';
import { enterState } from './state.server.ts';
import { type VolunteerRow, volunteers } from './store.server.ts';

type At = Within<StaffActor>;

/** Null when there is nobody, or when she belongs to another organisation: both look the same. */
export async function reachVolunteer(db: Queryable, actor: StaffActor, id: string): Promise<VolunteerRow | null> {
	const one = await volunteers(db).byId(id);
	return one && may(actor).leadVolunteers(one.organisationId) ? one : null;
}

/** Null as above; what becomes of her waits in her line. */
export async function lockVolunteer(id: string, { tx, actor }: At): Promise<VolunteerRow | null> {
	await volunteers(tx).locked(id);
	return reachVolunteer(tx, actor, id);
}

/** She has learnt what a newcomer learns, and may take shifts. */
export const activateVolunteer = command({
	input: activateSchema,
	load: ({ accountId }, at: At) => lockVolunteer(accountId, at),
	allow: ({ id }, { actor }) => (id === actor.id ? refused('own-account') : true),
	run: async ({ id, state }, at) => {
		if (state === 'active') return id;
		if (state !== 'training') return refused('over');
		await enterState(at, { id, state: 'active', pausedUntil: null });
		await at.audit({ action: 'activate', subject: 'volunteer', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});

/** In which work she is known as experienced, so that a newcomer may stand beside her. */
export const noteExperience = command({
	input: experienceSchema,
	load: ({ accountId }, at: At) => lockVolunteer(accountId, at),
	allow: ({ id }, { actor }) => (id === actor.id ? refused('own-account') : true),
	run: async ({ id }, { tx, audit }, { works }) => {
		await volunteers(tx).setKnownWorks(id, works);
		await audit({ action: 'note-experience', subject: 'volunteer', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});

/** What somebody has learnt or shown, until when. Given again it is a new one, and the old one stays as it was. */
export const grantQualification = command({
	input: grantSchema,
	load: ({ accountId }, at: At) => lockVolunteer(accountId, at),
	// Nobody vouches for herself.
	allow: ({ id }, { actor }) => (id === actor.id ? refused('own-account') : true),
	run: async ({ id }, { tx, actor, audit }, { code, grantedOn, lastDay }) => {
		if (grantedOn > today()) return refused('malformed', { grantedOn: 'future' });
		if (lastDay !== '' && lastDay < grantedOn) return refused('malformed', { lastDay: 'order' });
		const expiresOn = lastDay === '' ? null : addDays(lastDay, 1);
		await volunteers(tx).addQualification(id, { id: newId(), code, grantedOn, expiresOn, grantedBy: actor.id });
		await audit({ action: 'grant', subject: 'volunteer', subjectId: id, reason: code });
		return id;
	},
	present: (id) => ({ id }),
});

/** From today on it holds no more. What she has taken already is flagged, never taken away. */
export const revokeQualification = command({
	input: idSchema,
	load: async ({ id }, at: At) => {
		const found = await volunteers(at.tx).qualification(id);
		const one = found && (await lockVolunteer(found.accountId, at));
		return one && { one, found };
	},
	allow: ({ one }, { actor }) => (one.id === actor.id ? refused('own-account') : true),
	run: async ({ one, found }, { tx, audit }) => {
		await volunteers(tx).revoke(found.id, today());
		await audit({ action: 'revoke', subject: 'volunteer', subjectId: one.id, reason: found.code });
		return one.id;
	},
	present: (id) => ({ id }),
});
