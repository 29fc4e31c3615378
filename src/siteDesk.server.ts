import { windowsOf } from '#lib/cases/index.server.ts';
import { deskState } from '#lib/chat/index.server.ts';
import {
	comingSpells,
	type ComingSpell,
	type DeskState,
	hoursOf,
	siteDesk,
	type WeeklySpell,
} from '#lib/network/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';

/** What the public may know of the desk that answers the site. */
export type SiteDesk = DeskState & {
	/** Its hours of an ordinary week; a desk that opens by shifts has none, and says when it is open in the next days. */
	readonly weekly: readonly WeeklySpell[];
	readonly coming: readonly ComingSpell[];
	/** There are times in which somebody can call. */
	readonly calls: boolean;
};

/** Null before a desk was made. */
export async function siteDeskState(db: Queryable): Promise<SiteDesk | null> {
	const desk = await siteDesk(db);
	if (!desk) return null;
	const hours = await hoursOf(db, desk);
	const usual = { weekly: hours.covered ? [] : hours.weekly, coming: hours.covered ? comingSpells(hours, now()) : [] };
	return { ...(await deskState(db, desk)), ...usual, calls: windowsOf(hours, now()).length > 0 };
}
