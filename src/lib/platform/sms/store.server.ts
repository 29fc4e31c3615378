import { instant } from '../clock.ts';
import type { Queryable } from '../db/database.server.ts';

/** A gateway brings what was not acknowledged again for some days; after that its ids are of no use. */
const DAYS_KEPT = 30;

/** False when something came under that id before; whoever comes in the same moment waits until that is settled. */
export async function noteReceived(tx: Queryable, id: string, at: Date): Promise<boolean> {
	const text = 'insert into sms_received (id, received_at) values ($1, $2) on conflict do nothing returning id';
	return (await tx.query(text, [id, at])).length > 0;
}

/** For the hourly sweep. */
export async function deleteOldSmsIds(db: Queryable): Promise<number> {
	const old = new Date(instant() - DAYS_KEPT * 86_400_000);
	return (await db.query('delete from sms_received where received_at < $1 returning id', [old])).length;
}
