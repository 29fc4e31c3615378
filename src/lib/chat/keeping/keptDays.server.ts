import { type CaseDay, countCaseDays } from '#lib/cases/index.server.ts';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { countTalkDays, type TalkDay } from './store.server.ts';

export type KeptDay = {
	readonly deskId: string;
	/** The last day of these conversations and cases. */
	readonly day: string;
	readonly conversations: number;
	readonly cases: number;
};

/** How much is kept at the desks of her organisations until when; for an administrator at all. Numbers alone. */
export async function keptDaysFor(actor: StaffActor): Promise<KeptDay[]> {
	const own = may(actor).seeAllRetention() ? null : organisationsWhere(actor, 'seeRetention');
	return together(await countTalkDays(ground().db, own), await countCaseDays(own));
}

function together(talks: readonly TalkDay[], cases: readonly CaseDay[]): KeptDay[] {
	const days = new Map<string, KeptDay>();
	for (const one of [...talks, ...cases]) {
		const key = `${one.deskId} ${one.day}`;
		days.set(key, { conversations: 0, cases: 0, ...days.get(key), ...one });
	}
	return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
}
