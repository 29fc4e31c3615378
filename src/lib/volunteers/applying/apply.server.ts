import * as v from 'valibot';
import { organisationsAble } from '#lib/identity/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { againAfterTwin, isRefusal, malformed, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_CASE_KEPT, mask } from '#lib/privacy/index.ts';
import type { Application } from './application.ts';
import { type Applying, applySchema } from './schema.ts';
import { applications } from './store.server.ts';
import { hashesOf, waysOf } from './ways.server.ts';
import { sealApplicant } from './words.server.ts';

/** Somebody would like to help; nobody has an account for that. Gives the token of her page. */
export async function apply(raw: unknown): Promise<{ readonly token: string } | Refusal> {
	const parsed = v.safeParse(applySchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	// Whoever sends it twice in one moment meets her own row.
	const made = await againAfterTwin(() => take(parsed.output));
	return isRefusal(made) ? made : { token: (await waysOf(made.id)).token };
}

/** The organisations that take volunteers: somebody is there who looks after them. */
export const organisationsTaking = (db: Queryable): Promise<string[]> => organisationsAble(db, 'leadVolunteers');

/** A page that stands open in a library is not to show somebody else what was sent from it an hour ago. */
const SAME_FOR_MS = 600_000;

async function take(applying: Applying): Promise<Pick<Application, 'id'> | Refusal> {
	const { db } = ground();
	const earlier = await applications(db).byClientId(applying.clientId);
	if (earlier) return instant() - earlier.madeAt.getTime() < SAME_FOR_MS ? earlier : refused('sent-before');
	if (!(await organisationsTaking(db)).includes(applying.organisationId))
		return refused('malformed', { organisationId: 'organisation' });
	const row = await newRow(applying);
	await applications(db).add(row, await hashesOf(await waysOf(row.id)));
	return row;
}

async function newRow({ name, contact, text, ...applying }: Applying): Promise<Application> {
	const kept = { id: newId(), keptUntil: today(DAYS_CASE_KEPT) };
	const who = { name: mask(name).text, ...contact, text: mask(text).text };
	return {
		...{ ...applying, ...kept, state: 'asked', answer: null, holder: null, accountId: null, madeAt: now() },
		sealed: await sealApplicant(kept, who),
	};
}
