import { organisationsWhere } from '#lib/identity/index.ts';
import { addDays, now, today } from '#lib/platform/clock.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { ownKeys } from '../link/store.server.ts';
import { ensureVolunteer, type Herself } from '../people/ensure.server.ts';
import { volunteers } from '../people/store.server.ts';
import { type HourEntry, mayBecome, QUARTERS_A_DAY } from './entry.ts';
import { idSchema, logSchema } from './schema.ts';
import { hourEntries } from './store.server.ts';

type At = Within<Herself>;

/** What is older is in no report any more. */
export const OLDEST_DAYS = 365;

/** Hours that she writes down herself. The same form sent twice is one entry; another one's is not told. */
export const logHours = command({
	input: logSchema,
	load: async ({ organisation }, { actor }: At) => {
		const own = organisationsWhere(actor, 'useShifts');
		const organisationId = organisation || own[0];
		return organisationId !== undefined && own.includes(organisationId) ? { organisationId } : null;
	},
	allow: (_where, _at, { day }) => dayRefused(day) ?? true,
	run: async ({ organisationId }, { tx, actor, audit }, { clientId, day, work, quarters }) => {
		await ensureVolunteer(tx, actor);
		await volunteers(tx).locked(actor.id);
		const before = await hourEntries(tx).ofClient(clientId);
		if (before) return before.accountId === actor.id ? before : refused('malformed', { clientId: 'key' });
		const onDay = await hourEntries(tx).quartersOn(actor.id, day, ['reported', 'confirmed']);
		if (onDay + quarters > QUARTERS_A_DAY) return refused('malformed', { hours: 'too-many' });
		const entry = { id: newId(), clientId, accountId: actor.id, organisationId, day, work, quarters };
		const linkMadeBy = actor.kind === 'link' ? await ownKeys(tx).linkMaker(actor.id) : null;
		const rest = { assignmentId: null, projectId: null, planLine: null, linkMadeBy };
		await hourEntries(tx).add({ ...entry, ...rest }, now());
		await audit({ action: 'log', subject: 'hours', subjectId: entry.id });
		return entry;
	},
	present: ({ id, quarters }) => ({ id, quarters }),
});

function dayRefused(day: string): Refusal | null {
	if (day > today()) return refused('malformed', { day: 'future' });
	return day < addDays(today(), -OLDEST_DAYS) ? refused('malformed', { day: 'old' }) : null;
}

/** She takes back what nobody has settled yet. */
export const withdrawHours = command({
	input: idSchema,
	load: ({ id }, at: At) => hers(id, at),
	allow: ({ state }) => (state === 'reported' && mayBecome(state, 'withdrawn')) || refused('settled'),
	run: async (entry, { tx, audit }) => {
		await hourEntries(tx).settle(entry.id, { ...entry, state: 'withdrawn', by: null, on: null });
		await audit({ action: 'withdraw', subject: 'hours', subjectId: entry.id });
		return entry;
	},
	present: ({ id }) => ({ id }),
});

async function hers(id: string, { tx, actor }: At): Promise<HourEntry | null> {
	const [entry] = await hourEntries(tx).locked([id]);
	if (!entry || entry.accountId !== actor.id) return null;
	return organisationsWhere(actor, 'useShifts').includes(entry.organisationId) ? entry : null;
}
