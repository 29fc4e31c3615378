import { addDemonstrationPerson, demonstrationPeople, letHelp } from '#lib/identity/index.server.ts';
import { addDays, instant, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { followDesk } from '../opening/follow.server.ts';
import { mayHelp } from '../people/volunteer.ts';
import { loadHours } from './hours.server.ts';
import { demonstration } from './store.server.ts';
import { loadShifts } from './shifts.server.ts';
import { type WrittenPerson, written } from './written.server.ts';

const ORGANISATION = 'demo-kuopio';
const DESK = 'demo-kuopio';
const DAY_MS = 86_400_000;

/**
 * Made-up volunteers beside those of the sign-in page, who sign in nowhere; what is needed of them; who has taken what in
 * the next four weeks. Bears being run at every start: what somebody has changed since stays.
 */
export async function loadDemonstrationVolunteers(tx: Queryable): Promise<void> {
	const { people, needs } = written();
	const ids = new Map<string, string>();
	for (const person of people) {
		const id = await addDemonstrationPerson(tx, personOf(person), addDays(today(), -person.pledged));
		if (id) ids.set(person.shortName, id);
	}
	const coordinator = await demonstration(tx).accountOf('coordinator');
	for (const person of people) {
		const id = ids.get(person.shortName);
		if (id && coordinator) await addProfile(tx, { id, coordinator, person });
	}
	await loadShifts(tx, ORGANISATION, { needs, ids });
	if (coordinator) await loadHours(tx, ORGANISATION, coordinator);
	await followDesk(tx, DESK);
}

function personOf({ shortName, chosenName = '', language = 'ru' }: WrittenPerson) {
	const known = demonstrationPeople().find((one) => one.shortName === shortName);
	return known ?? { shortName, chosenName, language, organisationId: ORGANISATION, role: 'volunteer' as const };
}

type Profile = { readonly id: string; readonly coordinator: string; readonly person: WrittenPerson };

async function addProfile(tx: Queryable, { id, coordinator, person }: Profile): Promise<void> {
	const { languages, works, knownWorks, free, placeIds, isRemote = true, state = 'active', wished } = person;
	const isNew = await demonstration(tx).addProfile({
		...{ id, organisationId: ORGANISATION, languages, works, knownWorks, free, placeIds, isRemote, state },
		pausedUntil: person.pausedFor === undefined ? null : today(person.pausedFor),
		askedAt: person.asked === null ? null : new Date(instant() - person.asked * DAY_MS),
		...{ leastMinutes: wished[0], mostMinutes: wished[1], since: today(-person.since), changedAt: now() },
	});
	if (!isNew) return;
	await letHelp({ tx, announce: () => {} }, { id, mayHelp: mayHelp({ state }) });
	for (const { code, granted, ends } of person.qualifications) {
		const expiresOn = ends === null ? null : today(ends);
		const row = { id: newId(), accountId: id, code, grantedOn: today(-granted), expiresOn };
		await demonstration(tx).addQualification({ ...row, grantedBy: coordinator });
	}
	for (const { from, to } of person.absences ?? []) {
		await demonstration(tx).addAbsence({ id: newId(), accountId: id, from: today(from), to: today(to) });
	}
}
