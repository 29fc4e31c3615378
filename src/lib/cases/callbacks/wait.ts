import type { Callback } from './callback.ts';

/** She waits from the moment at which she asked. */
export function waitOf({ id, caseId, deskId, askedAt }: Callback) {
	return { subjectId: id, caseId, deskId, channel: 'phone', began: askedAt } as const;
}
