import type { Actor } from '#lib/platform/actor.ts';

/** Somebody who writes without a name. The session or the code leads her to one case and to nothing else. */
export type VisitorActor = Actor & { readonly kind: 'visitor'; readonly id: string };

export const visitorOf = (caseId: string): VisitorActor => ({ kind: 'visitor', id: caseId });
