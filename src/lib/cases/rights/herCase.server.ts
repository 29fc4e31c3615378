import { today } from '#lib/platform/clock.ts';
import type { Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { caseOfSession } from '../visitor.server.ts';
import type { VisitorActor } from './visitor.ts';

/** The case of a visitor's session; null when there is none, when it was erased or its time is over. */
export async function visitorCase(token: string | undefined): Promise<CaseRow | null> {
	if (!token) return null;
	const found = await caseOfSession(ground().db, token);
	return found && found.expiresOn >= today() ? found : null;
}

/** The same within a command, locked. */
export const herCase = (_input: unknown, { tx, actor }: Within<VisitorActor>): Promise<CaseRow | null> =>
	cases(tx).locked(actor.id);
