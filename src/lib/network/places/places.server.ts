import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { mayKeep } from '../keeper.ts';
import { municipalityOf } from '../municipalities.server.ts';
import type { Organisation } from '../organisation.ts';
import type { ServicePoint } from '../servicePoint.ts';
import { freeSlug, slugFrom } from '../slug.ts';
import { readOrganisations } from '../store.server.ts';
import { isHalfPoint, newPlaceSchema, placeFrom, placeSchema, type TypedPlace } from './form.ts';
import { type PlaceRow, places } from './store.server.ts';

/** Parts of the console's addresses, which no place may have as its id. */
const RESERVED = ['new', 'organisations', 'agreements'];

/** Writes down a place that one's own organisation looks after from now on. */
export const addPlace = command({
	input: newPlaceSchema,
	load: async ({ keptBy }, { tx, actor }: Within<StaffActor>) =>
		may(actor).managePlaces(keptBy) ? readOrganisations(tx) : null,
	allow: (known, _, typed) => faultsOf(known, typed) ?? (typed.municipalityCode !== null || wrong('municipality')),
	async run(known, { tx, actor, audit, announce }, { keptBy, ...typed }) {
		const id = freeSlug(slugFrom(typed.names), [...RESERVED, ...(await places(tx).ids())]);
		const isDemonstration = known.find((one) => one.id === keptBy)?.isDemonstration ? true : undefined;
		const card = cardFrom({ id, municipality: {}, isDemonstration }, typed);
		await places(tx).add({ card, keptBy, checkedBy: typed.isChecked ? actor.id : null, revision: 1 });
		await audit({ action: 'add', subject: 'place', subjectId: id });
		announce('content', id);
		return { id };
	},
	present: (done) => done,
});

/** Refused with `changed` when somebody saved it since the form was opened. */
export const savePlace = command({
	input: placeSchema,
	async load({ id }, { tx, actor }: Within<StaffActor>): Promise<{ row: PlaceRow; known: Organisation[] } | null> {
		const row = await places(tx).locked(id);
		return row && mayKeep(actor, row.keptBy) ? { row, known: await readOrganisations(tx) } : null;
	},
	allow: ({ row, known }, _, typed) =>
		faultsOf(known, typed) ?? (row.revision === typed.revision || refused('changed')),
	async run({ row }, { tx, actor, audit, announce }, { id, revision, ...typed }) {
		const card = cardFrom(row.card, typed);
		await places(tx).save({ card, checkedBy: typed.isChecked ? actor.id : row.checkedBy });
		await audit({ action: 'edit', subject: 'place', subjectId: id, reason: String(revision) });
		announce('content', id);
		return { id };
	},
	present: (done) => done,
});

/** All places of the network, and which of them the actor looks after. */
export async function placesFor(actor: StaffActor): Promise<(PlaceRow & { mayEdit: boolean })[]> {
	if (organisationsWhere(actor, 'managePlaces').length === 0) return [];
	const rows = await places(ground().db).all();
	return rows.map((row) => ({ ...row, mayEdit: mayKeep(actor, row.keptBy) }));
}

/** For the form; null when there is none, or others look after it. */
export async function placeFor(id: string, actor: StaffActor): Promise<PlaceRow | null> {
	const row = await places(ground().db).byId(id);
	return row && mayKeep(actor, row.keptBy) ? row : null;
}

function cardFrom(was: Parameters<typeof placeFrom>[0], typed: TypedPlace): ServicePoint {
	return placeFrom(was, typed, { town: municipalityOf(typed.municipalityCode ?? '')?.names, on: today() });
}

function faultsOf(known: readonly Organisation[], typed: TypedPlace): Refusal | null {
	const { municipalityCode: code, organisationId } = typed;
	if (code !== null && !municipalityOf(code)) return wrong('municipality');
	if (isHalfPoint(typed)) return refused('malformed', { lat: 'point' });
	if (organisationId === null || known.some(({ id }) => id === organisationId)) return null;
	return refused('malformed', { organisationId: 'missing' });
}

const wrong = (fault: 'municipality'): Refusal => refused('malformed', { municipalityCode: fault });
