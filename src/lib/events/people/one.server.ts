import type { StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { groupedRegistrationCode } from '../registration/code.ts';
import type { Registration } from '../registration/registration.ts';
import { type Line, readLine } from '../registration/settle.server.ts';
import { freeSlots } from '../registration/slots.server.ts';
import { waysOf } from '../registration/ways.server.ts';
import { openWho } from '../registration/words.server.ts';
import { personIn } from './list.server.ts';
import { datesToMoveTo } from './move.server.ts';
import type { Person, ToldRow } from './person.ts';
import { reachDate, type Reached } from './reach.server.ts';
import { herIn } from './seat.server.ts';
import { calls } from './store.server.ts';

export type OnePerson = Reached & {
	readonly person: Person;
	readonly contact: string;
	readonly told: readonly ToldRow[];
	readonly dates: Awaited<ReturnType<typeof datesToMoveTo>>;
};

type Asked = { readonly date: string; readonly id: string };

/** Somebody with the number at which she is reached; that it was read stands in the audit, under the date. */
export async function personOf(tx: Queryable, actor: StaffActor, asked: Asked): Promise<OnePerson | null> {
	const found = await findHer(tx, actor, { ...asked, action: 'read-contact' });
	if (!found) return null;
	const { reached, line, her } = found;
	return {
		...reached,
		person: await personIn(line, her),
		contact: (await openWho(her))?.contact ?? '',
		told: await calls(tx).toldTo(her.id),
		dates: await datesToMoveTo(tx, reached),
	};
}

/** What stands on the slip in her hand. */
export type Slip = Reached & {
	readonly person: Person;
	/** As it is printed. */
	readonly code: string;
};

export async function slipOf(tx: Queryable, actor: StaffActor, asked: Asked): Promise<Slip | null> {
	const found = await findHer(tx, actor, { ...asked, action: 'print-slip' });
	if (!found) return null;
	const { reached, line, her } = found;
	const { code } = await waysOf(her.id);
	return { ...reached, person: await personIn(line, her), code: groupedRegistrationCode(code) };
}

type Found = { readonly reached: Reached; readonly line: Line; readonly her: Registration };

/** Null when she is not at this date. */
async function findHer(
	tx: Queryable,
	actor: StaffActor,
	{ date, id, action }: Asked & { action: string },
): Promise<Found | null> {
	const reached = await reachDate(tx, actor, date);
	const line = reached && (await readLine(tx, reached.of));
	const her = line && herIn(line, id);
	if (!reached || !line || !her) return null;
	await recordAudit(tx, actor, { action, subject: 'occurrence', subjectId: date });
	return { reached, line, her };
}

/** What the form of a booking shows: times of a counselling day that are free. Names nobody. */
export async function bookable(db: Queryable, actor: StaffActor, date: string) {
	const reached = await reachDate(db, actor, date);
	if (!reached) return null;
	const line = await readLine(db, reached.of);
	const times = freeSlots(line).map(({ id, startsAt }) => ({ id, startsAt }));
	return { ...reached, times: line.slots === null ? null : times };
}
