import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';

/** What nobody in particular looks after is anybody's who looks after places. */
export function mayKeep(actor: StaffActor, keptBy: string | null): boolean {
	if (keptBy !== null) return may(actor).managePlaces(keptBy);
	return organisationsWhere(actor, 'managePlaces').length > 0;
}
