import { may, type StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Herself } from '../people/ensure.server.ts';
import { volunteers } from '../people/store.server.ts';
import { HOUR_WORKS, type HourWork } from './entry.ts';
import type { Span } from './months.ts';
import { hourEntries } from './store.server.ts';

/** What was confirmed in a time, by form of work, in quarters: for a paper with a signature. */
export type Certificate = Span & {
	readonly accountId: string;
	readonly chosenName: string;
	/** Hers: the paper is in it unless she chooses another one. */
	readonly language: string;
	readonly organisationId: string;
	readonly works: readonly { readonly work: HourWork; readonly quarters: number }[];
};

/** Her own, one paper for each organisation in which hours of hers were confirmed. */
export async function certificatesOf(db: Queryable, actor: Herself, span: Span): Promise<Certificate[]> {
	const organisations = await hourEntries(db).organisationsOf(actor.id, span);
	const { chosenName, language } = actor;
	return Promise.all(
		organisations.map(({ organisationId }) =>
			certificate(db, { ...span, accountId: actor.id, chosenName, language, organisationId }),
		),
	);
}

/** For the coordinator, of somebody who helps in her organisation; null when nobody of hers has this id. */
export async function certificateFor(
	tx: Queryable,
	actor: StaffActor,
	{ id, ...span }: Span & { id: string },
): Promise<Certificate | null> {
	const who = await volunteers(tx).byId(id);
	if (!who || !may(actor).leadVolunteers(who.organisationId)) return null;
	const { chosenName, accountLanguage: language, organisationId } = who;
	await recordAudit(tx, actor, { action: 'read-hours', subject: 'volunteer', subjectId: id });
	return certificate(tx, { ...span, accountId: id, chosenName, language, organisationId });
}

async function certificate(db: Queryable, about: Omit<Certificate, 'works'>): Promise<Certificate> {
	const sums = await hourEntries(db).confirmedByWork(about.accountId, about.organisationId, about);
	const works = HOUR_WORKS.flatMap((work) => sums.filter((one) => one.work === work));
	return { ...about, works };
}
