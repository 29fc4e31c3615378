import type { Membership, Role, StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { deskById, type DeskRow, makeDesk } from '#lib/network/index.server.ts';
import type { KnownCodes } from './contacts/known.ts';
import { makeCase } from './visitor.server.ts';

/** Factories for the tests of the desk's side of cases. */
export async function buildDesk(organisationId: string): Promise<DeskRow> {
	const { db } = ground();
	await db.query(`insert into organisations (id, kind, names) values ($1, 'association', $2) on conflict do nothing`, [
		organisationId,
		{ fi: organisationId },
	]);
	const id = `desk-of-${organisationId}`;
	await makeDesk(db, { id, organisationId, names: {}, zone: 'Europe/Helsinki', projectId: null, planLine: null });
	const desk = await deskById(db, id);
	if (!desk) throw new Error('the desk is not there');
	return desk;
}

export async function buildStaff(role: Role, organisationId = 'home'): Promise<StaffActor> {
	const { db } = ground();
	const id = newId();
	const chosenName = `${role} ${id.slice(-6)}`;
	await db.query(
		`insert into accounts (id, short_name, chosen_name, language, password_hash, pledge_accepted_on, made_at)
		values ($1, $2, $3, 'fi', 'x', $4, now())`,
		[id, id, chosenName, today()],
	);
	const membership: Membership = { organisationId, role };
	await db.query('insert into memberships (account_id, organisation_id, role) values ($1, $2, $3)', [
		...[id, organisationId, role],
	]);
	const rest = {
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
		memberships: [membership],
	};
	return { kind: 'staff', id, chosenName, ...rest };
}

export async function buildCase(desk: DeskRow, expiresOn = today(DAYS_CASE_KEPT)): Promise<string> {
	return ground().db.transaction((tx) => makeCase(tx, desk, { language: 'ru', expiresOn }));
}

export const KNOWN: KnownCodes = {
	isTopic: (id) => id === 'benefits',
	isService: (id) => id === 'kela-omakela',
	isPlace: (id) => id === 'library',
	isStep: (id) => id === 'omakela#send',
	stepOf: (guide, number) => (guide === 'omakela' && number === 3 ? 'omakela#send' : null),
};

/** A phone contact as the form sends it. */
export const typedContact = (deskId: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
	...{ clientId: newId(), deskId, channel: 'phone', placeId: '', language: 'ru', topic: 'benefits' },
	...{ outcome: 'solved-together', minutes: '7', ...more },
});
