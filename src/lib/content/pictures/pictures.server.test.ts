import sharp from 'sharp';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { createItem, saveText } from '../editing/save.server.ts';
import { addPicture, deleteUnusedPictures, pictureFile, removePicture } from './pictures.server.ts';

const at = onGround();
let editor: StaffActor;
let back = (): void => undefined;
afterEach(() => back());

beforeAll(async () => {
	editor = await person('editor');
});

const file = (background: string) =>
	sharp({ create: { width: 60, height: 40, channels: 3, background } })
		.png()
		.toBuffer();

async function add(background: string): Promise<string> {
	const added = await addPicture(await file(background), editor);
	if (!('id' in added)) throw new Error(JSON.stringify(added));
	return added.id;
}

test('an editor puts a picture in, and both its files are there under its name', async () => {
	const added = await addPicture(await file('#00f'), editor);
	expect(added).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), width: 60, height: 40 });
	const id = 'id' in added ? added.id : '';
	const [webp, jpeg] = [await pictureFile(at.ground.db, `${id}.webp`), await pictureFile(at.ground.db, `${id}.jpg`)];
	expect([webp?.type, jpeg?.type]).toEqual(['image/webp', 'image/jpeg']);
	expect(webp?.body.subarray(8, 12).toString()).toBe('WEBP');
	expect(await add('#00f')).toBe(id);
});

test('who does not write texts puts nothing in, and is told before any work is done', async () => {
	const funder = await person('funder');
	expect(await addPicture(await file('#0f0'), funder)).toMatchObject({ refused: 'forbidden' });
	expect(await addPicture(new Uint8Array(), funder)).toMatchObject({ refused: 'forbidden' });
	expect(await removePicture({ id: await add('#0f1'), why: 'x' }, funder)).toMatchObject({ refused: 'forbidden' });
});

test.each(['', 'x.webp', '../secret.webp', `${'a'.repeat(64)}.webp`, `${'a'.repeat(64)}.svg`, `${'A'.repeat(64)}.jpg`])(
	'there is no picture %j',
	async (name) => {
		expect(await pictureFile(at.ground.db, name)).toBeNull();
	},
);

test('a picture that may not be seen is taken away, with who did it and why', async () => {
	const id = await add('#f00');
	expect(await removePicture({ id, why: '' }, editor)).toMatchObject({ refused: 'malformed' });
	expect(await removePicture({ id, why: 'a name is on it' }, editor)).toEqual({ id });
	expect(await pictureFile(at.ground.db, `${id}.jpg`)).toBeNull();
	expect(await removePicture({ id, why: 'again' }, editor)).toMatchObject({ refused: 'missing' });
	expect(
		await at.ground.db.query(`select reason from audit_entries where action = 'remove' and subject_id = $1`, [id]),
	).toEqual([{ reason: 'a name is on it' }]);
});

test('after a month a picture that no text ever showed goes; one that a text shows stays', async () => {
	const [used, unused] = [await add('#123'), await add('#456')];
	await createItem({ kind: 'guide', id: 'with-picture', source: 'fi', title: 'Opas' }, editor);
	const blocks = [
		{ id: 'title', kind: 'title', words: { text: 'Opas' } },
		{ id: 'open', kind: 'step', words: { text: 'Avaa.', alt: 'Kuva' }, picture: used },
	];
	const content = { about: { risk: 'ordinary' }, blocks };
	await saveText({ item: 'guide/with-picture', lang: 'fi', parent: null, content, note: '', scope: 'major' }, editor);
	const isThere = async (id: string) => (await pictureFile(at.ground.db, `${id}.webp`)) !== null;
	await deleteUnusedPictures();
	expect([await isThere(used), await isThere(unused)]).toEqual([true, true]);
	back = turnClock(() => Date.now() + 31 * 86_400_000);
	await deleteUnusedPictures();
	expect([await isThere(used), await isThere(unused)]).toEqual([true, false]);
});
