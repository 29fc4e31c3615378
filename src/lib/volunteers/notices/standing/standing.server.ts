import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholes } from '../../people/read.server.ts';
import { volunteers, type VolunteerRow } from '../../people/store.server.ts';
import { told } from '../../shifts/told/store.server.ts';
import { type Ending, endingsOf } from '../ending.ts';
import type { Read } from '../facts.ts';
import type { Notice } from '../notice.ts';
import { standingOfShift } from './store.server.ts';
import { volunteerNotices } from '../store.server.ts';

export type ReadOfHer = Read & { readonly her: VolunteerRow };

/** Null when there is no such volunteer any more. */
export async function readStanding(db: Queryable, notice: Notice): Promise<ReadOfHer | null> {
	const her = await volunteers(db).byId(notice.accountId);
	if (!her) return null;
	const [endings, hours] = [
		notice.about === 'ends' ? await endingsNow(db, her) : [],
		notice.about === 'hours' ? await standingOfShift(db).hours(notice.accountId, notice.key) : null,
	];
	const of = notice.shiftId === null ? NO_SHIFT : await readShift(db, notice.accountId, notice.shiftId);
	const exchange =
		notice.about === 'exchange' ? await standingOfShift(db).exchange(notice.accountId, notice.key) : null;
	return { her, what: of.what, standing: { state: her.state, endings, hours, exchange, ...of.standing } };
}

const NO_SHIFT = { what: null, standing: { shift: null, hers: null, isWanted: false, said: null } };

async function readShift(db: Queryable, accountId: string, shiftId: string) {
	const [seen, shift] = [standingOfShift(db), await told(db).byId(shiftId)];
	const standing = {
		shift,
		hers: await seen.newestOf(accountId, shiftId),
		isWanted: await seen.isWanted(accountId, shiftId),
		said: await volunteerNotices(db).lastSaid(accountId, shiftId),
	};
	return { what: shift && { names: shift.names, place: shift.place?.names ?? null }, standing };
}

/** Whoever is bound by a contract has a pledge without end, and is told of none. */
const endingsNow = async (db: Queryable, her: VolunteerRow): Promise<Ending[]> =>
	(await wholes(db, [her])).flatMap((one) => endingsOf(one));
