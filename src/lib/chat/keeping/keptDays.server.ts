import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { countKeptDays, type KeptDay } from './store.server.ts';

/** How much is kept at the desks of her organisations until when; for an administrator at all. Numbers alone. */
export async function keptDaysFor(actor: StaffActor): Promise<KeptDay[]> {
	const own = organisationsWhere(actor, 'seeRetention');
	return countKeptDays(ground().db, may(actor).seeAllRetention() ? null : own);
}
