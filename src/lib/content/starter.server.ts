import fs from 'node:fs';
import path from 'node:path';
import { loadServicePoints, starterServicePoints } from '#lib/network/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Content, Order, Urgent } from './catalogue.ts';
import type { Service, Topic } from './service.ts';
import { saveStarterServices } from './store.server.ts';

/** Loads the cards and the places into the database; twice is the same as once, and edits are kept. */
export async function loadStarterContent(tx: Queryable): Promise<void> {
	await saveStarterServices(tx, starterServices());
	await loadServicePoints(tx);
}

export function starterContent(): Content {
	return { revision: 'starter', services: starterServices(), places: starterServicePoints() };
}

export function starterOrder(): Order {
	return {
		topics: read<Topic[]>('topics.json'),
		frequent: read<string[]>('frequent.json'),
		urgent: read<Urgent>('urgent.json'),
	};
}

function starterServices(): Service[] {
	const files = fs.readdirSync(path.join(ground().root, 'starter/services')).filter((file) => file.endsWith('.json'));
	return files.map((file) => read<Service>(`services/${file}`)).sort((a, b) => a.position - b.position);
}

function read<T>(file: string): T {
	// The files are ours; checks/starterContent.test.ts holds them to their shape.
	return JSON.parse(fs.readFileSync(path.join(ground().root, 'starter', file), 'utf8')) as T;
}
