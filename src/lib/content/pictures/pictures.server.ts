import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { instant } from '#lib/platform/clock.ts';
import { command, isRefusal, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { saidWhy } from '../editing/input.ts';
import { convert, type Picture } from './convert.server.ts';
import { pictures, type PictureFormat, type PictureUse } from './store.server.ts';

const UNUSED_FOR_MS = 30 * 86_400_000;
const pictureId = v.pipe(v.string('missing'), v.regex(/^[0-9a-f]{64}$/, 'missing'));

/** The picture as a text refers to it: `id` goes into the block, `/pictures/{id}.webp` and `.jpg` are its files. */
export type AddedPicture = Pick<Picture, 'id' | 'width' | 'height'>;

export type ItemPicture = { readonly id: string; readonly shownIn: readonly PictureUse[] };

/** Takes in a picture for a text. For the reasons of a refusal see `convert`; besides `forbidden`. */
export async function addPicture(bytes: Uint8Array, actor: StaffActor): Promise<AddedPicture | Refusal> {
	// Asked here too: remaking a picture is work that nobody else may cause.
	if (!may(actor).writeContent()) return refused('forbidden');
	const picture = await convert(bytes);
	return isRefusal(picture) ? picture : keepPicture(picture, actor);
}

const keepPicture = command({
	input: v.custom<Picture>((picture) => typeof picture === 'object' && picture !== null),
	load: async (picture, _: Within<StaffActor>) => picture,
	allow: (_, { actor }) => may(actor).writeContent(),
	async run(picture, { tx, actor, audit }) {
		await pictures(tx).add(picture, actor.id);
		await audit({ action: 'add', subject: 'picture', subjectId: picture.id });
		return picture;
	},
	present: ({ id, width, height }) => ({ id, width, height }),
});

/**
 * Takes a picture away for good, also out of earlier texts: it held something that may not be seen. Refused: `in-use`
 * while a text shows it on the site or will (fields: the items); that text is to be mended first.
 */
export const removePicture = command({
	input: v.object({ id: pictureId, why: saidWhy }),
	load: ({ id }, { tx }: Within<StaffActor>) => pictures(tx).find(id),
	allow: (_, { actor }) => may(actor).writeContent(),
	async run({ id }, { tx, audit }, { why }) {
		const uses = await pictures(tx).publicUses([id]);
		if (uses.length > 0) return refused('in-use', Object.fromEntries(uses.map(({ item }) => [item, 'in-use'])));
		await pictures(tx).remove(id);
		await audit({ action: 'remove', subject: 'picture', subjectId: id, reason: why });
		return { id };
	},
	present: (removed) => removed,
});

/** The pictures of an item's texts, old ones too, each with the items that show it on the site or will. */
export async function picturesOf(item: string): Promise<ItemPicture[]> {
	const { db } = ground();
	const own = await pictures(db).ofItem(item);
	const uses = own.length > 0 ? await pictures(db).publicUses(own.map(({ id }) => id)) : [];
	return own.map(({ id }) => ({ id, shownIn: uses.filter(({ picture }) => picture === id) }));
}

/** The file of a picture by its name in an address; null when there is none. */
export async function pictureFile(db: Queryable, name: string): Promise<{ type: string; body: Buffer } | null> {
	const [, id = '', ending = ''] = /^([0-9a-f]{64})\.(webp|jpg)$/.exec(name) ?? [];
	const format: PictureFormat = ending === 'webp' ? 'webp' : 'jpeg';
	const body = id === '' ? null : await pictures(db).file(id, format);
	return body && { type: `image/${format}`, body };
}

/** For the hourly sweep: what was put in a month ago and never came into a text. */
export async function deleteUnusedPictures(): Promise<number> {
	return (await pictures(ground().db).removeUnused(new Date(instant() - UNUSED_FOR_MS))).length;
}
