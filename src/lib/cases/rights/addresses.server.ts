import * as v from 'valibot';
import { now } from '#lib/platform/clock.ts';
import { command, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type AddressKind, addresses, placeOfAddress } from '../addresses/store.server.ts';
import { mailLinks } from '../mail/store.server.ts';
import type { CaseRow } from '../store.server.ts';
import { openInCase } from '../words.server.ts';
import { herCase } from './herCase.server.ts';

/** Where she is told that there is an answer. Null when its key is gone. */
export type HerAddress = {
	readonly kind: AddressKind;
	readonly address: string | null;
	readonly wantsText: boolean;
	/** False when what was sent there came back. */
	readonly isReachable: boolean;
};

const kind = v.picklist(['email', 'sms']);

/** Nobody is told there any more, and the links of the mails that lie there open nothing: others may read them. */
export const takeBackAddress = command({
	input: v.object({ kind }),
	load: herCase,
	allow: () => true,
	run: async (of, { tx, audit }, { kind }) => {
		await addresses(tx).remove(of.id, kind);
		if (kind === 'email') await mailLinks(tx).end(of.id, now());
		await audit({ action: 'take-back-address', subject: 'case', subjectId: of.id, reason: kind });
		return of;
	},
	present: () => ({ takenBack: true }),
});

/** Whether the answer itself goes there, or only word that there is one. */
export const askForText = command({
	input: v.object({ kind, wants: v.picklist(['yes', 'no']) }),
	load: herCase,
	allow: () => true,
	run: async (of, { tx, audit }, { kind, wants }) => {
		const changed = await addresses(tx).setWantsText(of.id, kind, wants === 'yes');
		if (!changed) return refused('no-address');
		await audit({
			action: wants === 'yes' ? 'want-text' : 'want-word',
			subject: 'case',
			subjectId: of.id,
			reason: kind,
		});
		return of;
	},
	present: () => ({ changed: true }),
});

export async function readAddresses(db: Queryable, { id, wordsUntil }: CaseRow): Promise<HerAddress[]> {
	if (wordsUntil === null) return [];
	const rows = await addresses(db).ofCase(id);
	return Promise.all(
		rows.map(async ({ kind, sealed, wantsText, isReachable }) => ({
			...{ kind, wantsText, isReachable },
			address: await openInCase({ id, wordsUntil }, placeOfAddress(id, kind), sealed),
		})),
	);
}
