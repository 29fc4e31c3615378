import fs from 'node:fs';
import path from 'node:path';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { loadDemonstrationAgreements } from './agreements/demonstration.server.ts';
import { type Organisation, parentsFirst } from './organisation.ts';
import type { ServicePoint } from './servicePoint.ts';
import { addOrganisations, saveStarterServicePoints } from './store.server.ts';

/** Adds the starter's organisations; a real installation leaves the demonstration ones out. */
export async function loadOrganisations(tx: Queryable, { demonstration = true } = {}): Promise<void> {
	const wanted = starterOrganisations().filter(({ isDemonstration }) => demonstration || !isDemonstration);
	await addOrganisations(tx, parentsFirst(wanted));
}

/** Adds the starter's places and renews those that nobody edited. */
export async function loadServicePoints(tx: Queryable): Promise<void> {
	await saveStarterServicePoints(tx, starterServicePoints());
}

/** Made-up places for made-up events, and what was agreed on for them; a real installation has none of them. */
export async function loadDemonstrationPlaces(tx: Queryable): Promise<void> {
	await saveStarterServicePoints(tx, read<ServicePoint[]>('demonstration-places.json'));
	await loadDemonstrationAgreements(tx);
}

/** The starter's places as they stand in the file, for when there is no database to ask. */
export function starterServicePoints(): ServicePoint[] {
	return read<ServicePoint[]>('places.json');
}

function starterOrganisations(): Organisation[] {
	return read<Organisation[]>('organisations.json');
}

function read<T>(file: string): T {
	// The files are ours; checks/starterContent.test.ts holds them to their shape.
	return JSON.parse(fs.readFileSync(path.join(ground().root, 'starter', file), 'utf8')) as T;
}
