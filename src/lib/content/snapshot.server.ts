import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { servicePointSchema } from '#lib/network/index.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Content } from './catalogue.ts';
import { aliasSchema, publicItemSchema } from './item/schema.ts';

const FILE = 'content-snapshot.json';

/** Never seen half-written: a new file takes the place of the old one when it is whole and on the disk. */
export async function writeSnapshot(folder: string, content: Content): Promise<void> {
	const file = path.join(folder, FILE);
	const fresh = `${file}.${newId()}`;
	try {
		await fs.writeFile(fresh, JSON.stringify(content), { flush: true });
		await fs.rename(fresh, file);
	} catch (error) {
		await fs.rm(fresh, { force: true });
		throw error;
	}
}

/** Undefined when there is none, or when it is of another release and has another shape. */
export async function readSnapshot(folder: string): Promise<Content | undefined> {
	const text = await fs.readFile(path.join(folder, FILE), 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	const parsed = v.safeParse(contentSchema, parseJson(text));
	if (parsed.success) return parsed.output;
	logWarning('content-snapshot-unreadable');
	return undefined;
}

const contentSchema: v.GenericSchema<unknown, Content> = v.object({
	revision: v.string(),
	items: v.array(publicItemSchema),
	aliases: v.array(aliasSchema),
	places: v.array(servicePointSchema([])),
});

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
