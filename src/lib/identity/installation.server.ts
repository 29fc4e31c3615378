import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { addAccount } from './accounts.server.ts';
import { makeInvitation } from './invitation.server.ts';
import type { NewAccount } from './schema.ts';
import {
	accountSorts,
	type InstallationKind,
	insertInstallation,
	installationRow,
} from './installation/store.server.ts';

/** Null as long as nobody has decided: a data folder in which nothing was loaded or set up yet. */
export function installationKind(db: Queryable): Promise<InstallationKind | null> {
	return installationRow(db);
}

/** Decides it once and for all; a folder of the other kind is refused by an exception, since callers ask before. */
export async function markInstallation(tx: Queryable, kind: InstallationKind): Promise<void> {
	await insertInstallation(tx, kind);
	const stands = await installationRow(tx);
	if (stands !== kind) throw new Error(`this is a ${stands} installation and cannot become a ${kind} one`);
}

const SYSTEM = { kind: 'system', id: null } as const;
type FirstPerson = Pick<NewAccount, 'shortName' | 'chosenName' | 'language' | 'organisationId'>;

/**
 * Makes a real installation with its first administrator, who is coordinator too; gives the path of the invitation.
 * `makeOrganisation` stands in the same transaction, since the organisation is another area's.
 */
export async function setUpInstallation(
	person: FirstPerson,
	makeOrganisation: (tx: Queryable) => Promise<void>,
): Promise<{ invitation: string } | Refusal> {
	return ground().db.transaction(async (tx) => {
		const obstacle = await obstacleTo(tx);
		if (obstacle) return refused(obstacle);
		await markInstallation(tx, 'real');
		await makeOrganisation(tx);
		const { organisationId } = person;
		const account = await addAccount(tx, person, [
			{ organisationId, role: 'admin' },
			{ organisationId, role: 'coordinator' },
		]);
		if (!account) return refused('taken');
		await recordAudit(tx, SYSTEM, { action: 'set-up', subject: 'account', subjectId: account });
		return { invitation: await makeInvitation(tx, account) };
	});
}

/** The same for another organisation of the network, on an installation that is there; its first person coordinates. */
export async function joinInstallation(
	person: FirstPerson,
	makeOrganisation: (tx: Queryable) => Promise<void>,
): Promise<{ invitation: string } | Refusal> {
	return ground()
		.db.transaction(async (tx) => {
			if ((await installationRow(tx)) !== 'real') return refused('not-set-up');
			await makeOrganisation(tx);
			const account = await addAccount(tx, person, [{ organisationId: person.organisationId, role: 'coordinator' }]);
			if (!account) throw new Taken();
			await recordAudit(tx, SYSTEM, { action: 'join', subject: 'account', subjectId: account });
			return { invitation: await makeInvitation(tx, account) };
		})
		.catch((error: unknown) => (error instanceof Taken ? refused('taken') : Promise.reject(error)));
}

/** Takes the organisation that was made along. */
class Taken extends Error {}

async function obstacleTo(tx: Queryable): Promise<'accounts' | 'demonstration' | null> {
	const there = await accountSorts(tx);
	if (there.demonstration || (await installationRow(tx)) === 'demonstration') return 'demonstration';
	return there.real ? 'accounts' : null;
}
