import fs from 'node:fs';
import path from 'node:path';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Role } from './account.ts';
import { installationKind } from './installation.server.ts';
import { insertMembership, upsertDemonstration } from './store.server.ts';

export type DemonstrationPerson = {
	readonly shortName: string;
	readonly chosenName: string;
	readonly language: string;
	readonly organisationId: string;
	readonly role: Role;
};

/** Those who stand on the sign-in page of the demonstration network, one button each. */
export function demonstrationPeople(): readonly DemonstrationPerson[] {
	// The file is ours, and its shape is held by demonstration.server.test.ts.
	people ??= JSON.parse(fs.readFileSync(path.join(ground().root, 'starter/demonstration-people.json'), 'utf8'));
	return people ?? [];
}

let people: readonly DemonstrationPerson[] | undefined;

/** Bears being run at every start. Their organisations must be there; a real installation refuses. */
export async function loadDemonstrationPeople(tx: Queryable): Promise<void> {
	if ((await installationKind(tx)) === 'real') throw new Error('a real installation has no demonstration people');
	for (const person of demonstrationPeople()) await addDemonstrationPerson(tx, person);
}

/** One of the made-up people, who gave her pledge on that day; null where somebody real has the name. */
export async function addDemonstrationPerson(
	tx: Queryable,
	person: DemonstrationPerson,
	pledgedOn = today(),
): Promise<string | null> {
	const id = await upsertDemonstration(tx, { ...person, id: newId() }, pledgedOn);
	if (id) await insertMembership(tx, id, person);
	return id;
}
