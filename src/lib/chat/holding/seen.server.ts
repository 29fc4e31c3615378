import type { StaffActor } from '#lib/identity/index.ts';
import { organisationsWhere } from '#lib/identity/index.ts';
import { desksOf, notePresence } from '#lib/network/index.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';

/** Coarse on purpose: who was there is known to half a minute. */
const NOTED_EVERY_MS = 20_000;
const LARGEST = 1_000;
const noted = new Map<string, number>();

/** Says that she sits at her desks now. It may fail: it is said again soon, and nothing else depends on it. */
export async function noteSeen(actor: StaffActor): Promise<void> {
	if (instant() - (noted.get(actor.id) ?? 0) < NOTED_EVERY_MS) return;
	if (noted.size > LARGEST) noted.clear();
	noted.set(actor.id, instant());
	try {
		const { db } = ground();
		const own = await desksOf(db, organisationsWhere(actor, 'helpAtDesk'));
		for (const desk of own) await notePresence(db, desk.id, actor.id);
	} catch {
		noted.delete(actor.id);
	}
}
