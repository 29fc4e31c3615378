import * as v from 'valibot';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { grouped, languages, revision, slug, textOrNone, texts, urlOrNone } from '../input.ts';
import { mayKeep } from '../keeper.ts';
import { ORGANISATION_KINDS, type Organisation } from '../organisation.ts';
import { freeSlug, slugFrom } from '../slug.ts';
import { readOrganisations } from '../store.server.ts';
import { type OrganisationRow, organisations } from './store.server.ts';

const fields = {
	...{ names: texts(160), kind: v.picklist(ORGANISATION_KINDS, 'kind'), website: urlOrNone },
	parentId: v.pipe(textOrNone(60), v.nullable(slug)),
	languages,
};
const RESERVED = ['new'];

/** Writes down a partner. It has no people who sign in: that is done where installations are set up. */
export const addOrganisation = command({
	input: v.pipe(grouped, v.object({ ...fields, keptBy: slug })),
	load: async ({ keptBy }, { tx, actor }: Within<StaffActor>) =>
		may(actor).managePlaces(keptBy) ? readOrganisations(tx) : null,
	allow: (known, _, { parentId }) => isParent(known, parentId) || wrongParent(),
	async run(known, { tx, audit }, given) {
		const id = freeSlug(slugFrom(given.names), [...RESERVED, ...known.map((one) => one.id)]);
		const isDemonstration = known.find((one) => one.id === given.keptBy)?.isDemonstration ?? false;
		await organisations(tx).add({ ...given, id, isDemonstration });
		await audit({ action: 'add', subject: 'organisation', subjectId: id });
		return { id };
	},
	present: (done) => done,
});

/** Refused with `changed` when somebody saved it since the form was opened. */
export const saveOrganisation = command({
	input: v.pipe(grouped, v.object({ ...fields, id: slug, revision })),
	async load({ id }, { tx, actor }: Within<StaffActor>) {
		const row = await organisations(tx).locked(id);
		return row && mayEdit(actor, row) ? { row, known: await readOrganisations(tx) } : null;
	},
	allow: ({ row, known }, _, given) => {
		if (row.revision !== given.revision) return refused('changed');
		return (isParent(known, given.parentId) && !isWithin(known, given.parentId, row.id)) || wrongParent();
	},
	async run(_, { tx, audit }, { revision: was, ...given }) {
		await organisations(tx).save(given);
		await audit({ action: 'edit', subject: 'organisation', subjectId: given.id, reason: String(was) });
		return { id: given.id };
	},
	present: (done) => done,
});

/** All organisations, and which of them the actor looks after. */
export async function organisationsFor(actor: StaffActor): Promise<(OrganisationRow & { mayEdit: boolean })[]> {
	if (organisationsWhere(actor, 'managePlaces').length === 0) return [];
	const rows = await organisations(ground().db).all();
	return rows.map((row) => ({ ...row, mayEdit: mayEdit(actor, row) }));
}

/** For the form; null when there is none, or it looks after itself. */
export async function organisationFor(id: string, actor: StaffActor): Promise<OrganisationRow | null> {
	const row = await organisations(ground().db).byId(id);
	return row && mayEdit(actor, row) ? row : null;
}

/** Where people work who sign in, nobody from elsewhere writes. */
function mayEdit(actor: StaffActor, { id, keptBy, isRun }: OrganisationRow): boolean {
	return mayKeep(actor, isRun ? id : keptBy);
}

function isParent(known: readonly Organisation[], id: string | null): boolean {
	return id === null || known.some((one) => one.id === id);
}

/** Nothing is a part of itself, however far up. */
function isWithin(known: readonly Organisation[], start: string | null, id: string): boolean {
	const seen = new Set<string>();
	for (let at = start; at !== null && !seen.has(at); at = known.find((one) => one.id === at)?.parentId ?? null) {
		if (at === id) return true;
		seen.add(at);
	}
	return false;
}

const wrongParent = (): Refusal => refused('malformed', { parentId: 'parent' });
