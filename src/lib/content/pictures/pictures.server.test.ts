import sharp from 'sharp';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { publishText } from '../editing/publish.server.ts';
import { reviewText } from '../editing/review.server.ts';
import { createItem, saveText } from '../editing/save.server.ts';
import { addPicture, deleteUnusedPictures, pictureFile, picturesOf, removePicture } from './pictures.server.ts';

const at = onGround();
let editor: StaffActor;
let second: StaffActor;
let back = (): void => undefined;
afterEach(() => back());

beforeAll(async () => {
	editor = await person('editor');
	second = await person('coordinator');
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
	expect(await removePicture({ id, why: 'a name is on it, and 131052-900W' }, editor)).toEqual({ id });
	expect(await pictureFile(at.ground.db, `${id}.jpg`)).toBeNull();
	expect(await removePicture({ id, why: 'again' }, editor)).toMatchObject({ refused: 'missing' });
	expect(
		await at.ground.db.query(`select reason from audit_entries where action = 'remove' and subject_id = $1`, [id]),
	).toEqual([{ reason: 'a name is on it, and ••••••' }]);
});

test('a picture on the site is not taken away; out of the text, it goes, and no older text that shows it comes back', async () => {
	const id = await add('#789');
	const shown = await saveGuide('on-site', id);
	expect(await publish(shown)).toMatchObject({ item: 'guide/on-site' });
	expect(await removePicture({ id, why: 'a name' }, editor)).toEqual({
		...{ refused: 'in-use', fields: { 'guide/on-site': 'in-use' } },
	});
	expect(await picturesOf('guide/on-site')).toEqual([
		{ id, shownIn: [{ picture: id, item: 'guide/on-site', title: 'Opas' }] },
	]);
	await publish(await saveGuide('on-site', undefined));
	expect(await picturesOf('guide/on-site')).toEqual([{ id, shownIn: [] }]);
	expect(await removePicture({ id, why: 'a name' }, editor)).toEqual({ id });
	expect(await publish(shown)).toMatchObject({ refused: 'pictures', fields: { open: 'pictures' } });
});

test('a picture that a text will show, once it is its time, is not taken away', async () => {
	const id = await add('#78a');
	const revision = await saveGuide('to-come', id);
	await publish(revision, '2099-01-01T10:00');
	expect(await removePicture({ id, why: 'a name' }, editor)).toMatchObject({ refused: 'in-use' });
});

test('after a month a picture that no text ever showed goes; one that a text shows stays', async () => {
	const [used, unused] = [await add('#123'), await add('#456')];
	await saveGuide('with-picture', used);
	const isThere = async (id: string) => (await pictureFile(at.ground.db, `${id}.webp`)) !== null;
	await deleteUnusedPictures();
	expect([await isThere(used), await isThere(unused)]).toEqual([true, true]);
	back = turnClock(() => Date.now() + 31 * 86_400_000);
	await deleteUnusedPictures();
	expect([await isThere(used), await isThere(unused)]).toEqual([true, false]);
});

/** Saves the guide with or without a picture, and gives the revision. */
async function saveGuide(name: string, picture: string | undefined): Promise<string> {
	const item = `guide/${name}`;
	await createItem({ kind: 'guide', id: name, source: 'fi', title: 'Opas' }, editor);
	const words = { text: 'Avaa.', alt: 'Kuva' };
	const blocks = [
		{ id: 'title', kind: 'title', words: { text: 'Opas' } },
		{ id: 'open', kind: 'step', words, ...(picture && { picture }) },
	];
	const content = { about: { risk: 'ordinary' }, blocks };
	const saved = await saveText({ item, lang: 'fi', parent: null, content, note: '', scope: 'major' }, editor);
	if (!('revision' in saved)) throw new Error(JSON.stringify(saved));
	return saved.revision;
}

async function publish(revision: string, when = '') {
	await reviewText({ revision, verdict: 'approved' }, second);
	return publishText({ revision, at: when }, second);
}
