import * as v from 'valibot';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { series } from '../series/store.server.ts';
import { TYPES } from './fileKind.ts';
import { dispositionOf } from './fileName.ts';
import { isVisible } from './material.ts';
import { id } from './schema.ts';
import { downloads, materials } from './store.server.ts';

export type TakenFile = { readonly body: Buffer; readonly type: string; readonly disposition: string };

/** A file for anybody, from its day on; null where there is none, or not yet. Counts nothing. */
export async function materialFile(seriesId: string, raw: string): Promise<TakenFile | null> {
	const { db } = ground();
	const found = v.is(id, raw) ? await materials(db).byId(raw) : null;
	if (!found || found.seriesId !== seriesId || !found.fileKind || !isVisible(found, today())) return null;
	if ((await series(db).byId(seriesId))?.state === 'draft') return null;
	const body = await materials(db).contentOf(found.id);
	return body && { body, type: TYPES[found.fileKind], disposition: dispositionOf(found.title, found.fileKind) };
}

/** One more of this month. Who took it, nobody learns. */
export async function countDownload(materialId: string): Promise<void> {
	await downloads(ground().db).count(materialId, `${today().slice(0, 7)}-01`);
}
