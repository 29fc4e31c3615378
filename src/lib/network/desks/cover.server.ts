import type { Queryable } from '#lib/platform/db/database.server.ts';
import { joined, type Span } from './spans.ts';
import { desks } from './store.server.ts';

/**
 * From here to the end of the transaction nobody else covers the desk: to be called after every other lock, and before
 * it is read who holds what.
 */
export const lockCover = (tx: Queryable, deskId: string): Promise<void> => desks(tx).lock(deskId);

/** Writes anew when somebody has promised to sit at the desk. It opens by that where its coordinator chose so. */
export const coverDesk = (tx: Queryable, deskId: string, spans: readonly Span[]): Promise<void> =>
	desks(tx).replaceSpells(deskId, joined(spans));
