import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { enqueue, type JobHandler } from '#lib/platform/jobs.server.ts';
import type { KeyName } from '#lib/platform/keystore/keystore.server.ts';
import { seal, unseal } from '#lib/privacy/index.server.ts';
import type { Applicant, Application } from './application.ts';

/** Words lie under the key of the day on which they go, with a share of their own. */
type Kept = Pick<Application, 'id' | 'keptUntil'>;

export async function sealApplicant(of: Kept, who: Applicant): Promise<Buffer> {
	return sealUnder(of, JSON.stringify(who));
}

/** Null when they were erased, or the key is gone. */
export async function openApplicant(of: Kept & Pick<Application, 'sealed'>): Promise<Applicant | null> {
	const text = of.sealed && (await openUnder(of, of.sealed));
	// We wrote it ourselves, sealed and bound to its place.
	return text ? (JSON.parse(text) as Applicant) : null;
}

export async function sealUnder(of: Kept, text: string): Promise<Buffer> {
	return seal(await ground().keystore.makeKey(keyOf(of)), text, placeOf(of));
}

export async function openUnder(of: Kept, sealed: Buffer): Promise<string | null> {
	const key = await ground().keystore.findKey(keyOf(of));
	return key && unseal(key, sealed, placeOf(of));
}

/** The destruction of a share is a job of the same transaction, so that no crash can leave it undone. */
export async function forgetLater(tx: Queryable, { id, keptUntil }: Kept): Promise<void> {
	await enqueue(tx, { kind: 'forget-application', key: id, payload: { id, keptUntil } });
}

export const forgetApplication: JobHandler = ({ id, keptUntil }) =>
	ground().keystore.forget(keyOf({ id: String(id), keptUntil: String(keptUntil) }));

const keyOf = ({ id, keptUntil }: Kept): KeyName => ({ keyClass: 'case', day: keptUntil, subject: id });
const placeOf = ({ id }: Kept): string => `application/${id}`;
