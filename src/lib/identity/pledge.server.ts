import * as v from 'valibot';
import { today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { pledgeRunsFrom, type StaffActor } from './account.ts';
import { ground } from '#lib/platform/ground.server.ts';
import * as store from './store.server.ts';

/** The day from which her last one runs: of one renewed ahead a day to come. */
export async function pledgeOf(accountId: string): Promise<string | null> {
	return (await store.pledgeDays(ground().db, [accountId])).get(accountId) ?? null;
}

/** Gives the confidentiality pledge for a year; without it a volunteer reads nobody's words. */
export const givePledge = command({
	input: v.object({ agreed: v.literal('yes', 'agreed') }),
	load: async (_input, { actor }: Within<StaffActor>) => actor,
	allow: () => true,
	run: async (actor, { tx, audit }) => {
		await store.lockAccount(tx, actor.id);
		const before = (await store.pledgeDays(tx, [actor.id])).get(actor.id) ?? null;
		if (!(await store.setPledge(tx, actor.id, pledgeRunsFrom(before, today())))) return refused('missing');
		await audit({ action: 'give-pledge', subject: 'account', subjectId: actor.id });
		return actor;
	},
	present: () => ({ given: true }),
});
