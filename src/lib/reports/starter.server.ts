import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Project } from './project.ts';
import { projectSchema } from './schema.ts';
import { upsertProject } from './store.server.ts';

export function demonstrationProjectId(): string {
	return `demo-kuopio-${runningYear()}`;
}

export async function loadProjects(tx: Queryable, { demonstration }: { demonstration: boolean }): Promise<void> {
	const written = await starterProjects();
	for (const project of written.filter((one) => demonstration || !one.isDemonstration))
		await upsertProject(tx, project);
}

/** The files of starter/projects; the demonstration project is always one of the running year. */
export async function starterProjects(): Promise<Project[]> {
	const folder = path.join(ground().root, 'starter/projects');
	const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const texts = await Promise.all(names.map((name) => fs.readFile(path.join(folder, name), 'utf8')));
	return texts.map((text) => v.parse(projectSchema, JSON.parse(text.replaceAll('{year}', runningYear()))));
}

function runningYear(): string {
	return today().slice(0, 4);
}
