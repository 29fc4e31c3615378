import * as v from 'valibot';
import { catalogue, titleOf } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { againAfterTwin, command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { fileKindOf, LARGEST_FILE } from './fileKind.ts';
import { type Material, PAGE_KINDS, type Shelved, visibleFrom } from './material.ts';
import { type OwnDate, ownDate, ownSeries } from './own.server.ts';
import { id, materialSchema, type TypedMaterial } from './schema.ts';
import { downloads, materials } from './store.server.ts';

/**
 * Puts a material to a series, or to one of its dates: a link, a recording, a page of ours, a file. The same form sent
 * twice is one. What a file is, its bytes say.
 */
export const addMaterial = (raw: unknown, actor: StaffActor): Promise<{ id: string } | Refusal> =>
	againAfterTwin(() => add(raw, actor));

const add = command({
	input: materialSchema,
	load: (typed, { tx, actor }: Within<StaffActor>) => ownDate(tx, typed, actor),
	allow: (_, _at, typed) => faultIn(typed) ?? true,
	async run(own, { tx, actor, audit }, typed): Promise<{ id: string } | Refusal> {
		const made = { ...materialFrom(own, typed), id: newId(), accountId: actor.id };
		const isNew = await materials(tx).add(
			{ ...made, clientId: typed.clientId, madeAt: now() },
			typed.file?.bytes ?? null,
		);
		if (!isNew) return refused('other-form');
		await audit({ action: 'add', subject: 'material', subjectId: made.id });
		return made;
	},
	present: ({ id }) => ({ id }),
});

/** Takes it away from everybody. What was downloaded of it stays counted. */
export const removeMaterial = command({
	input: v.object({ id }),
	async load({ id }, { tx, actor }: Within<StaffActor>): Promise<Shelved | null> {
		const found = await materials(tx).byId(id);
		return found && (await ownSeries(tx, found.seriesId, actor)) ? found : null;
	},
	allow: () => true,
	async run({ id }, { tx, audit }) {
		await materials(tx).remove(id, now());
		await audit({ action: 'remove', subject: 'material', subjectId: id });
		return { id };
	},
	present: (done) => done,
});

/** For the console: what there is, since when everybody sees it, and how often it was taken. Null as for the series. */
export async function materialsFor(seriesId: string, actor: StaffActor) {
	const { db } = ground();
	const of = await ownSeries(db, seriesId, actor);
	if (!of) return null;
	const [all, taken] = await Promise.all([materials(db).ofSeries(seriesId), downloads(db).ofSeries(seriesId)]);
	return { of, materials: all.map((one) => ({ ...one, from: visibleFrom(one), taken: taken.get(one.id) ?? 0 })) };
}

/** The dates to which something may belong, the newest first. */
export async function datesOfSeries(seriesId: string): Promise<{ id: string; day: string }[]> {
	const all = await occurrences(ground().db).ofSeries(seriesId);
	return all.map(({ id, day }) => ({ id, day })).reverse();
}

function materialFrom({ of, date }: OwnDate, typed: TypedMaterial): Omit<Material, 'id' | 'accountId'> {
	const { kind, language, url, item, file } = typed;
	return {
		...{ seriesId: of.id, occurrenceId: date?.id ?? null, kind, language, title: nameOf(typed) },
		url: kind === 'link' || kind === 'recording' ? url : null,
		item: kind === 'page' ? item : null,
		...{ fileKind: file && fileKindOf(file.bytes), bytes: file?.bytes.byteLength ?? null },
		// Without a date of its own there is none to wait for.
		visibleFrom: typed.visibleFrom ?? (date ? null : today()),
	};
}

/** A page of ours brings its own name in each language. */
function nameOf({ kind, title, item, language }: TypedMaterial): string {
	const page = kind === 'page' ? pageOf(item) : undefined;
	return page ? inLanguage(titleOf(page), language) : title;
}

function faultIn(typed: TypedMaterial): Refusal | null {
	const fault = faultOfKind(typed);
	if (fault) return fault;
	if (typed.kind !== 'page' && typed.title === '') return refused('malformed', { title: 'empty' });
	return mask(typed.title).spans.length > 0 ? refused('malformed', { title: 'secrets' }) : null;
}

function faultOfKind({ kind, url, item, file }: TypedMaterial): Refusal | null {
	if (kind === 'page') return pageOf(item) ? null : refused('malformed', { item: 'item' });
	if (kind !== 'file') return url ? null : refused('malformed', { url: 'url' });
	if (!file || file.bytes.byteLength === 0) return refused('malformed', { file: 'file' });
	if (file.bytes.byteLength > LARGEST_FILE) return refused('too-large', { file: 'large' });
	return fileKindOf(file.bytes) ? null : refused('wrong-kind', { file: 'kind' });
}

function pageOf(item: string | null) {
	const found = catalogue().items.find(({ key }) => key === item);
	return found && PAGE_KINDS.some((kind) => kind === found.kind) ? found : undefined;
}
