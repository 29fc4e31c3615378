import fs from 'node:fs';
import path from 'node:path';
import { ground } from '#lib/platform/ground.server.ts';
import type { Order, Urgent } from '../catalogue.ts';
import type { Topic } from '../service.ts';

/** What comes with the release and is not edited: topics, the most asked, where urgent words lead. */
export function starterOrder(): Order {
	return {
		topics: read<Topic[]>('topics.json'),
		frequent: read<string[]>('frequent.json'),
		urgent: read<Urgent>('urgent.json'),
	};
}

/** Every file of a folder of `starter/`, by name; nothing when there is no such folder. */
export function readAll<T>(folder: string): T[] {
	const files = fs.existsSync(placeOf(folder)) ? fs.readdirSync(placeOf(folder)).sort() : [];
	return files.filter((file) => file.endsWith('.json')).map((file) => read<T>(`${folder}/${file}`));
}

function read<T>(file: string): T {
	// The files are ours; checks/starterContent.test.ts and starterItems.test.ts hold them to their shape.
	return JSON.parse(fs.readFileSync(placeOf(file), 'utf8')) as T;
}

function placeOf(file: string): string {
	return path.join(ground().root, 'starter', file);
}
