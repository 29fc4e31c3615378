import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { fingerprintOf } from '../item/fingerprint.ts';
import type { Block, SourceText, Translation } from '../item/item.ts';
import { truthOf } from '../item/truth.ts';
import { readPublicItems, readRevision } from '../store.server.ts';
import { addCheck } from './check.server.ts';
import { listing } from './console/store.server.ts';
import { publishText, unschedule, withdrawText } from './publish.server.ts';
import { requestReview, reviewText } from './review.server.ts';
import { createItem, saveText } from './save.server.ts';
import { texts } from './store.server.ts';

const at = onGround();
const people = new Map<string, StaffActor>();
let item = '';

beforeAll(async () => {
	for (const [name, role] of [
		['writer', 'editor'],
		['second', 'adviser'],
		['publisher', 'coordinator'],
		['funder', 'funder'],
	] as const) {
		people.set(name, await person(role, name));
	}
});
beforeEach(async () => {
	const made = await createItem({ kind: 'guide', id: `g-${newId()}`, source: 'fi', title: 'Opas' }, who('writer'));
	item = 'item' in made ? made.item : '';
});

function who(name: string): StaffActor {
	const actor = people.get(name);
	if (!actor) throw new Error(`nobody is called ${name}`);
	return actor;
}

const step = (id: string, text: string): Block => ({ id, kind: 'step', words: { text } });
const source = (...blocks: Block[]): SourceText => ({
	about: { risk: 'ordinary' },
	blocks: [{ id: 'title', kind: 'title', words: { text: 'Opas' } }, ...blocks],
});
const translation = ({ blocks }: SourceText, made: 'human' | 'machine' = 'human'): Translation => ({
	blocks: Object.fromEntries(
		blocks.map((block) => [
			block.id,
			{ words: { text: `ru ${block.words.text}` }, basedOn: fingerprintOf(block), made },
		]),
	),
});

async function save(
	content: unknown,
	{ lang = 'fi', scope = 'major', by = 'writer', parent = null as string | null } = {},
) {
	const saved = await saveText({ item, lang, parent, content, note: 'why', scope }, who(by));
	if (!('revision' in saved)) throw new Error(JSON.stringify(saved));
	return saved;
}

async function makePublic(content: unknown, options: Parameters<typeof save>[1] = {}) {
	const { revision } = await save(content, options);
	await reviewText({ revision, verdict: 'approved' }, who('second'));
	const published = await publishText({ revision }, who('publisher'));
	if ('refused' in published) throw new Error(JSON.stringify(published));
	return revision;
}

async function shown() {
	return (await readPublicItems(at.ground.db)).find(({ key }) => key === item);
}

test('a text becomes public by three hands: written, looked over by another, published', async () => {
	const { revision } = await save(source(step('open', 'Avaa sivu.')));
	expect(await publishText({ revision }, who('publisher'))).toMatchObject({ refused: 'unreviewed' });
	expect(await shown()).toBeUndefined();
	await requestReview({ revision }, who('writer'));
	expect((await listing(at.ground.db).awaitingReview()).map(({ id }) => id)).toContain(revision);
	await reviewText({ revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision }, who('publisher'))).toMatchObject({ revision });
	expect((await shown())?.blocks.map(({ id }) => id)).toEqual(['title', 'open']);
});

test('nobody reviews their own text unless they say why, and the database holds that, too', async () => {
	const { revision } = await save(source(step('open', 'Avaa.')));
	expect(await reviewText({ revision, verdict: 'approved' }, who('writer'))).toMatchObject({ refused: 'own-text' });
	const alone = at.ground.db.query(
		`insert into reviews (revision, reviewer, verdict, made_at) values ($1, $2, 'approved', now())`,
		[...[revision, who('writer').id]],
	);
	await expect(alone).rejects.toThrow('nobody reviews their own text');
	await reviewText({ revision, verdict: 'approved', overrideReason: 'the only one here this week' }, who('writer'));
	expect(await listing(at.ground.db).reviews(revision)).toMatchObject([
		{ overrideReason: 'the only one here this week' },
	]);
});

test('what is not for them, they may not', async () => {
	const { revision } = await save(source(step('open', 'Avaa.')));
	expect(
		await saveText({ item, lang: 'fi', parent: null, content: source(), note: '', scope: 'major' }, who('funder')),
	).toMatchObject({ refused: 'forbidden' });
	expect(await reviewText({ revision, verdict: 'approved' }, who('funder'))).toMatchObject({ refused: 'forbidden' });
	expect(await publishText({ revision }, who('second'))).toMatchObject({ refused: 'forbidden' });
});

test('two editors on one page both keep their text, and the second learns of the first', async () => {
	const begun = await save(source(step('open', 'Avaa.')));
	const one = await save(source(step('open', 'Avaa selain.')), { parent: begun.revision });
	const two = await save(source(step('open', 'Avaa puhelin.')), { parent: begun.revision, by: 'second' });
	expect(one.beside).toBeNull();
	expect(two.beside).toBe(one.revision);
	const kept = (await texts(at.ground.db).history(item, 'fi')).map(({ content }) => JSON.stringify(content));
	expect(kept[0]).toContain('Avaa puhelin.');
	expect(kept[1]).toContain('Avaa selain.');
});

test('a changed source makes its translation old; a change that keeps the meaning does not', async () => {
	const first = source(step('open', 'Avaa sivu.'), step('send', 'Paina Lähetä.'));
	await makePublic(first);
	await makePublic(translation(first), { lang: 'ru' });
	await makePublic(source(step('open', 'Avaa sivu selaimessa.'), step('send', 'Paina Lähetä.')), { scope: 'minor' });
	const item = await shown();
	expect(item && truthOf(item, 'ru', '2026-11-22', []).state).toBe('matches');
	await makePublic(source(step('open', 'Avaa sivu selaimessa.'), step('send', 'Paina Jatka.')));
	const after = await shown();
	expect(after && truthOf(after, 'ru', '2026-11-22', []).changed.map(({ block }) => block)).toEqual(['send']);
});

test('a machine draft is saved but never published, nor is a translation before its source', async () => {
	const text = source(step('open', 'Avaa.'));
	const early = await save(translation(text), { lang: 'ru' });
	await reviewText({ revision: early.revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision: early.revision }, who('publisher'))).toMatchObject({ refused: 'source-first' });
	await makePublic(text);
	const draft = await save(translation(text, 'machine'), { lang: 'en' });
	await reviewText({ revision: draft.revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision: draft.revision }, who('publisher'))).toMatchObject({ refused: 'machine' });
});

test('a text with an address is published only after somebody has looked at the link', async () => {
	const url = 'https://service.example/';
	const content = { ...source(), about: { risk: 'ordinary', url } };
	const { revision } = await save(content);
	await reviewText({ revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision }, who('publisher'))).toEqual({
		refused: 'links',
		fields: { [url]: 'unchecked' },
	});
	await at.ground.db.query(
		`insert into links (url, checked_at, outcome) values ($1, now() + interval '1 second', 'ok')`,
		[url],
	);
	expect(await publishText({ revision }, who('publisher'))).toMatchObject({ revision });
});

test('a text that leads to a private address is not published', async () => {
	const url = 'http://10.0.0.7/';
	const { revision } = await save({ ...source(), about: { risk: 'ordinary', url } });
	await reviewText({ revision, verdict: 'approved' }, who('second'));
	await at.ground.db.query(
		`insert into links (url, checked_at, outcome) values ($1, now() + interval '1 second', 'refused')`,
		[url],
	);
	expect(await publishText({ revision }, who('publisher'))).toEqual({
		refused: 'addresses',
		fields: { [url]: 'forbidden' },
	});
});

test('a picture without words for what is on it, and a phone number nobody has read, are not published', async () => {
	const pictured = source({ ...step('open', 'Avaa sivu.'), picture: 'a'.repeat(64) });
	const first = await save(pictured);
	await reviewText({ revision: first.revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision: first.revision }, who('publisher'))).toEqual({
		refused: 'alt',
		fields: { open: 'alt' },
	});
	const second = await save(source(step('open', 'Soita numeroon 09 123 4567.')));
	await reviewText({ revision: second.revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision: second.revision }, who('publisher'))).toEqual({
		refused: 'advice',
		fields: { open: 'phone' },
	});
});

test('what was saved is not saved again, whatever order the database keeps its parts in', async () => {
	const content = source({ ...step('open', 'Avaa.'), control: { fi: 'Avaa', seen: true, sv: 'Öppna' }, minutes: 3 });
	const { revision } = await save(content);
	const again = { item, lang: 'fi', parent: revision, content, note: '', scope: 'major' };
	expect(await saveText(again, who('writer'))).toMatchObject({ refused: 'unchanged' });
});

test('going back is publishing an older text again', async () => {
	const old = await makePublic(source(step('open', 'Vanha.')));
	await makePublic(source(step('open', 'Uusi.')));
	await publishText({ revision: old }, who('publisher'));
	expect((await shown())?.blocks.at(-1)?.words.fi?.text).toBe('Vanha.');
});

test('what is scheduled is not shown before its time, moves the revision at its time, and can be called off', async () => {
	const { revision } = await save(source(step('open', 'Avaa.')));
	await reviewText({ revision, verdict: 'approved' }, who('second'));
	expect(await publishText({ revision, at: '2020-01-01T08:00' }, who('publisher'))).toMatchObject({ refused: 'past' });
	await publishText({ revision, at: '2099-01-01T08:00' }, who('publisher'));
	expect(await shown()).toBeUndefined();
	const before = await readRevision(at.ground.db);
	await at.ground.db.query(
		`update publications set made_at = now() - interval '2 minutes', starts_at = now() - interval '1 minute' where revision = $1`,
		[revision],
	);
	expect(await readRevision(at.ground.db)).not.toBe(before);
	expect(await shown()).toBeDefined();
	await withdrawText({ item, lang: 'fi', why: 'wrong' }, who('publisher'));
	expect(await shown()).toBeUndefined();
	await publishText({ revision, at: '2099-01-01T08:00' }, who('publisher'));
	const [planned] = (await listing(at.ground.db).scheduled()).filter((one) => one.item === item);
	expect(await unschedule({ publication: planned?.id ?? '' }, who('publisher'))).toEqual({ item });
	expect((await listing(at.ground.db).scheduled()).filter((one) => one.item === item)).toEqual([]);
});

test('hostile text is stored as the words it is: control characters go, marks that are broken are refused by name', async () => {
	const saved = await save(source(step('open', 'Avaa\u0000 <script>alert(1)</script>\n[sivu](javascript:x)')));
	const text = await texts(at.ground.db).revision(saved.revision);
	expect(JSON.stringify(text?.content)).toContain('Avaa <script>alert(1)</script> [sivu](javascript:x)');
	const broken = source(step('open', 'Paina [[fi:Lähetä'));
	expect(
		await saveText({ item, lang: 'fi', parent: null, content: broken, note: '', scope: 'major' }, who('writer')),
	).toMatchObject({
		refused: 'malformed',
		fields: { 'blocks.1.words.text': 'mark' },
	});
	const twice = source(step('open', 'a'), step('open', 'b'));
	expect(
		await saveText({ item, lang: 'fi', parent: null, content: twice, note: '', scope: 'major' }, who('writer')),
	).toMatchObject({ refused: 'malformed' });
});

test('a check by hand is the newest truth; a difference somebody saw is one, too', async () => {
	await makePublic(source(step('open', 'Avaa.')));
	await addCheck({ item, lang: 'fi', how: 'walked', works: 'no', device: 'Android 12' }, who('second'));
	expect((await shown())?.checks.fi).toMatchObject({ how: 'walked', works: false, device: 'Android 12' });
});
