import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { readServicePoints } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { openContact, sealContact } from './contact.server.ts';
import { ensureVolunteer, herself } from './ensure.server.ts';
import { absenceSchema, contactSchema, idSchema, profileSchema } from './schema.ts';
import { type VolunteerRow, volunteers } from './store.server.ts';
import type { Absence, Volunteer } from './volunteer.ts';

type At = Within<StaffActor>;

/** Her own page: what she chose, and how she is reached, in full: it is hers. Null for whoever has no shifts. */
export type OwnProfile = Omit<Volunteer, 'absences'> & {
	readonly absences: readonly (Absence & { readonly id: string })[];
	readonly reachedBy: VolunteerRow['reachedBy'];
	readonly contact: string;
};

export async function ownProfile(db: Queryable, actor: StaffActor): Promise<OwnProfile | null> {
	const one = await herself(db, actor);
	if (!one) return null;
	const row = await volunteers(db).byId(actor.id);
	const absences = await volunteers(db).absences([actor.id], today());
	return {
		...{ ...one, absences },
		...{ reachedBy: row?.reachedBy ?? 'none', contact: row ? await openContact(row) : '' },
	};
}

/** Forms of work, times, places, languages, wished hours: as she chooses, from today on. */
export const saveProfile = command({
	input: profileSchema,
	load: (_input, at: At) => own(at),
	allow: isHere,
	run: async ({ id }, { tx, audit }, { leastHours, mostHours, ...chosen }) => {
		const known = new Set((await readServicePoints(tx)).map((place) => place.id));
		const placeIds = [...new Set(chosen.placeIds)].filter((place) => known.has(place));
		const minutes = { leastMinutes: leastHours * 60, mostMinutes: mostHours * 60 };
		await volunteers(tx).setProfile(id, { ...chosen, placeIds, ...minutes });
		await audit({ action: 'choose', subject: 'volunteer', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});

/** How she is told of her shifts; without a way she reads it on her page. */
export const saveContact = command({
	input: contactSchema,
	load: (_input, at: At) => own(at),
	allow: isHere,
	run: async ({ id }, { tx, audit }, { reachedBy, contact }) => {
		await volunteers(tx).setContact(id, { reachedBy, sealed: await sealContact(id, contact) });
		await audit({ action: 'choose-way', subject: 'volunteer', subjectId: id, reason: reachedBy });
		return id;
	},
	present: (id) => ({ id }),
});

/** Days on which she takes nothing. Nobody asks why. */
export const addAbsence = command({
	input: absenceSchema,
	load: (_input, at: At) => own(at),
	allow: isHere,
	run: async ({ id }, { tx, audit }, { from, to }) => {
		if (to < today()) return refused('malformed', { to: 'past' });
		await volunteers(tx).addAbsence(id, { id: newId(), from, to });
		await audit({ action: 'add-absence', subject: 'volunteer', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});

/** Asked again it stays as it is. */
export const removeAbsence = command({
	input: idSchema,
	load: (_input, at: At) => own(at),
	allow: isHere,
	run: async (one, { tx, audit }, { id }) => {
		if (await volunteers(tx).removeAbsence(one.id, id))
			await audit({ action: 'remove-absence', subject: 'volunteer', subjectId: one.id });
		return id;
	},
	present: (id) => ({ id }),
});

/** Whoever has left gives nothing of herself any more: what she left was erased. */
function isHere({ state, organisationId }: VolunteerRow, { actor }: At): boolean | Refusal {
	return may(actor).useShifts(organisationId) && (state !== 'left' || refused('left'));
}

/** Her own row, made when she first chooses something. */
async function own({ tx, actor }: At): Promise<VolunteerRow | null> {
	if (organisationsWhere(actor, 'useShifts').length === 0) return null;
	await ensureVolunteer(tx, actor);
	return volunteers(tx).locked(actor.id);
}
