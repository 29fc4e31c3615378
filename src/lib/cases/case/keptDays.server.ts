import { ground } from '#lib/platform/ground.server.ts';
import { type CaseDay, cases } from '../store.server.ts';

export type { CaseDay };

/** By desk and last day, whichever way they came; null: of all organisations. Who may know is asked before. */
export function countCaseDays(organisationIds: readonly string[] | null): Promise<CaseDay[]> {
	return cases(ground().db).countByDay(organisationIds);
}
