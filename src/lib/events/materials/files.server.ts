import * as v from 'valibot';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { type Limit, secondsToWait, sourceOf } from '#lib/platform/http/limits.server.ts';
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

/** From where a file was asked for: the pseudonym that an address has today, and the program. Neither is stored. */
export type Taker = { readonly source: string; readonly agent: string };

/**
 * One more of this month. Who took it, nobody learns. Taken again on the same day by the same program at the same place
 * it is still one, so that no script makes a figure large.
 */
export async function countDownload(materialId: string, taker: Taker): Promise<void> {
	if (isCounted(materialId, taker)) return;
	await downloads(ground().db).count(materialId, `${today().slice(0, 7)}-01`);
}

const A_DAY = 86_400_000;
const ONCE: Limit = { tries: 1, perMs: A_DAY };
/** As many programs as a library has readers; whoever calls itself by ever new names is no reader. */
const AT_ONE_PLACE: Limit = { tries: 20, perMs: A_DAY };

function isCounted(materialId: string, { source, agent }: Taker): boolean {
	const name = `download/${materialId}`;
	if (secondsToWait(name, sourceOf(`${source} ${agent}`), ONCE) > 0) return true;
	return secondsToWait(name, source, AT_ONE_PLACE) > 0;
}
