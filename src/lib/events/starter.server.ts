import fs from 'node:fs';
import path from 'node:path';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Activity } from './event.ts';
import { activities } from './series/store.server.ts';

/** What an event can be, from starter/activities.json; what somebody edited here stays. */
export async function loadActivities(tx: Queryable): Promise<void> {
	// The file is ours; checks/starterContent.test.ts holds it to its shape.
	const file = path.join(ground().root, 'starter/activities.json');
	await activities(tx).saveStarter(JSON.parse(fs.readFileSync(file, 'utf8')) as Activity[]);
}
