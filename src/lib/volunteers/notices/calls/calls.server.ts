import * as v from 'valibot';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { openContact } from '../../people/contact.server.ts';
import { volunteers } from '../../people/store.server.ts';
import { type CallRow, volunteerCalls } from './store.server.ts';
import { lineNow } from '../news.server.ts';
import { isUrgent, type NoticeKind } from '../notice.ts';

/** Somebody to be told by voice: what, and how she is reached, if she gave a way. */
export type ToTell = {
	readonly id: string;
	readonly name: string;
	readonly contact: string;
	readonly lines: readonly string[];
};

/**
 * Whom a coordinator has to tell by hand: what no gateway of this site carries or what failed, and of whoever chose no
 * way what cannot wait. `carried`: the ways that are set up here. Numbers are shown, so each look stands in the audit.
 */
export async function volunteersToTell(
	actor: StaffActor,
	{ carried, lang }: { carried: readonly NoticeKind[]; lang: string },
): Promise<ToTell[]> {
	const told: ToTell[] = [];
	for (const [id, { name, lines }] of await gathered(actor, { carried, lang })) {
		await recordAudit(ground().db, actor, { action: 'see-contact', subject: 'account', subjectId: id });
		told.push({ id, name, lines, contact: await contactOf(id) });
	}
	return told;
}

/** How many, without looking at anybody's number. */
export const countToTell = async (actor: StaffActor, carried: readonly NoticeKind[]): Promise<number> =>
	(await gathered(actor, { carried, lang: actor.language })).size;

type Gathered = Map<string, { readonly name: string; readonly lines: readonly string[] }>;

async function gathered(
	actor: StaffActor,
	{ carried, lang }: { carried: readonly NoticeKind[]; lang: string },
): Promise<Gathered> {
	const { db } = ground();
	const found: Gathered = new Map();
	const rows = await volunteerCalls(db).waiting(organisationsWhere(actor, 'leadVolunteers'), now());
	for (const row of rows.filter((one) => isForVoice(one, carried))) {
		const line = await lineNow(db, row, lang);
		const before = found.get(row.accountId)?.lines ?? [];
		if (line !== null) found.set(row.accountId, { name: row.chosenName, lines: [...new Set([...before, line])] });
	}
	return found;
}

function isForVoice({ kind, state, about }: CallRow, carried: readonly NoticeKind[]): boolean {
	if (state === 'failed') return true;
	return kind === 'page' ? isUrgent(about) : !carried.includes(kind);
}

async function contactOf(accountId: string): Promise<string> {
	const one = await volunteers(ground().db).byId(accountId);
	return one ? openContact(one) : '';
}

/** She was told all that waited for her. */
export const volunteerTold = command({
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	load: ({ id }, { tx }: Within<StaffActor>) => volunteers(tx).byId(id),
	allow: ({ organisationId }, { actor }: Within<StaffActor>) =>
		may(actor).leadVolunteers(organisationId) || refused('missing'),
	run: async ({ id }, { tx, actor, audit }: Within<StaffActor>) => {
		await volunteerCalls(tx).called(id, { by: actor.id, at: now() });
		await audit({ action: 'told-volunteer', subject: 'account', subjectId: id });
		return id;
	},
	present: (id) => ({ id }),
});
