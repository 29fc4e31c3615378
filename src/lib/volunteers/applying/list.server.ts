import { organisationsWhere, may, type StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Applicant, type Application, isOpen } from './application.ts';
import { applications } from './store.server.ts';
import { openApplicant } from './words.server.ts';

export type Listed = Pick<Application, 'id' | 'language' | 'languages' | 'works' | 'state' | 'madeAt' | 'keptUntil'> & {
	readonly name: string;
};

/** Those in which something is to be done, oldest first, and what became of the others. */
export async function applicationsFor(
	tx: Queryable,
	actor: StaffActor,
): Promise<{ open: Listed[]; settled: Listed[] }> {
	const rows = await applications(tx).within(organisationsWhere(actor, 'leadVolunteers'));
	const open = rows.filter(isOpen).toReversed();
	for (const { id } of open) await recordAudit(tx, actor, { action: 'read', subject: 'application', subjectId: id });
	return { open: await Promise.all(open.map(listed)), settled: rows.filter((row) => !isOpen(row)).map(nameless) };
}

/** Null when there is none, or when it is of an organisation whose volunteers she does not lead. */
export async function reachApplication(db: Queryable, actor: StaffActor, id: string): Promise<Application | null> {
	const one = await applications(db).byId(id);
	return one && may(actor).leadVolunteers(one.organisationId) ? one : null;
}

/** `who`: null when her words were erased. */
export type Opened = Omit<Application, 'sealed' | 'clientId'> & { readonly who: Applicant | null };

export async function applicationFor(tx: Queryable, actor: StaffActor, id: string): Promise<Opened | null> {
	const found = await reachApplication(tx, actor, id);
	if (!found) return null;
	await recordAudit(tx, actor, { action: 'read', subject: 'application', subjectId: id });
	const { sealed: _, clientId: __, ...one } = found;
	return { ...one, who: await openApplicant(found) };
}

async function listed(one: Application): Promise<Listed> {
	return { ...nameless(one), name: (await openApplicant(one))?.name ?? '' };
}

function nameless({ id, language, languages, works, state, madeAt, keptUntil }: Application): Listed {
	return { id, language, languages, works, state, madeAt, keptUntil, name: '' };
}
