import type { Actor } from './actor.ts';
import { now } from './clock.ts';
import type { Queryable } from './db/database.server.ts';

/** What was done to what: codes and ids, never content (P35). */
export type Deed = { action: string; subject: string; subjectId: string; reason?: string };

export async function recordAudit(tx: Queryable, actor: Actor, deed: Deed): Promise<void> {
	await tx.query(
		`insert into audit_entries (at, actor_kind, actor_id, action, subject, subject_id, reason)
		values ($1, $2, $3, $4, $5, $6, $7)`,
		[now(), actor.kind, actor.id, deed.action, deed.subject, deed.subjectId, deed.reason ?? null],
	);
}
