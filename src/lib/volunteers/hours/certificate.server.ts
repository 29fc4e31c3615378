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
	/** What somebody did as a paid worker is on a paper of its own: it was no voluntary work. */
	readonly isPaid: boolean;
	readonly accountId: string;
	readonly chosenName: string;
	readonly organisationId: string;
	readonly works: readonly { readonly work: HourWork; readonly quarters: number }[];
};

/** Of one person; `language`: hers, the papers are in it unless another one is chosen. */
export type Certificates = {
	readonly chosenName: string;
	readonly language: string;
	readonly papers: readonly Certificate[];
};

/** Her own, a paper for each organisation in which hours of hers were confirmed. */
export async function certificatesOf(db: Queryable, actor: Herself, span: Span): Promise<Certificate[]> {
	const organisations = await hourEntries(db).organisationsOf(actor.id, span);
	const { id: accountId, chosenName } = actor;
	const papers = await Promise.all(
		organisations.map(({ organisationId }) => papersFor(db, { ...span, accountId, chosenName, organisationId })),
	);
	return papers.flat();
}

/** For the coordinator, of somebody who helps in her organisation; null when nobody of hers has this id. */
export async function certificateFor(
	tx: Queryable,
	actor: StaffActor,
	{ id, ...span }: Span & { id: string },
): Promise<Certificates | null> {
	const who = await volunteers(tx).byId(id);
	if (!who || !may(actor).leadVolunteers(who.organisationId)) return null;
	const { chosenName, accountLanguage: language, organisationId } = who;
	await recordAudit(tx, actor, { action: 'read-hours', subject: 'volunteer', subjectId: id });
	const papers = await papersFor(tx, { ...span, accountId: id, chosenName, organisationId });
	return { chosenName, language, papers };
}

async function papersFor(db: Queryable, about: Omit<Certificate, 'works' | 'isPaid'>): Promise<Certificate[]> {
	const sums = await hourEntries(db).confirmedByWork(about.accountId, about.organisationId, about);
	return [false, true].flatMap((isPaid) => {
		const works = HOUR_WORKS.flatMap((work) => sums.filter((one) => one.work === work && one.isPaid === isPaid));
		return works.length > 0
			? [{ ...about, isPaid, works: works.map(({ work, quarters }) => ({ work, quarters })) }]
			: [];
	});
}
