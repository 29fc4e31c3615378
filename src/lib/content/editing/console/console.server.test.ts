import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { person } from '../../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import type { SourceText } from '../../item/item.ts';
import { addAlias } from '../alias.server.ts';
import { addCheck } from '../check.server.ts';
import { publishText } from '../publish.server.ts';
import { requestReview, reviewText } from '../review.server.ts';
import { createItem, saveText } from '../save.server.ts';
import { texts } from '../store.server.ts';
import { itemOverview } from './item.server.ts';
import { previewOf } from './preview.server.ts';
import { besideTheFields, spentIds, startingSheet, tableFor, textOf } from './table.server.ts';
import { findItems, worklists } from './worklists.server.ts';

const at = onGround();
const key = 'guide/permit';
const ids: Record<string, string> = {};
let writer: StaffActor;
let second: StaffActor;

beforeAll(async () => {
	[writer, second] = [await person('editor', 'writer'), await person('editor', 'second')];
	await createItem({ kind: 'guide', id: 'permit', source: 'fi', title: 'Lupa' }, writer);
	ids.first = await save(text('Avaa sivu.'), null);
	await reviewText({ revision: ids.first, verdict: 'approved' }, second);
	await publishText({ revision: ids.first }, writer);
	ids.second = await save(text('Avaa uusi sivu.'), ids.first);
});

const text = (words: string): SourceText => ({
	about: { risk: 'ordinary' },
	blocks: [
		{ id: 'title', kind: 'title', words: { text: 'Lupa' } },
		{ id: 'step-4', kind: 'step', words: { text: words, see: 'Sivu aukeaa.' } },
	],
});

async function save(content: unknown, parent: string | null, lang = 'fi'): Promise<string> {
	const saved = await saveText({ item: key, lang, parent, content, note: '', scope: 'major' }, writer);
	if (!('revision' in saved)) throw new Error(JSON.stringify(saved));
	return saved.revision;
}

test('a translator has the public text beside her, and is told of a newer draft; the author goes on from the newest', async () => {
	const table = await tableFor(key, 'ru');
	expect(table).toMatchObject({ form: 'translation', parent: null, newerSource: ids.second });
	expect(table?.from).toMatchObject({ revision: ids.first, isDraft: false });
	expect((await tableFor(key, 'ru', { from: ids.second }))?.from.isDraft).toBe(true);
	expect((await tableFor(key, 'fi'))?.parent?.id).toBe(ids.second);
});

test('what is none of this text cannot be put on the table', async () => {
	expect(await tableFor('guide/nothing', 'fi')).toBeNull();
	expect(await tableFor(key, 'ru', { parent: ids.first })).toBeNull();
	expect(await tableFor(key, 'fi', { from: "1' or true" })).toBeNull();
});

test('the fields of a text, sent back unchanged, are that text, and saving it is refused as unchanged', async () => {
	const table = await tableFor(key, 'fi');
	if (!table) throw new Error('it is there');
	const content = textOf(startingSheet(table), table);
	expect(content).toEqual(text('Avaa uusi sivu.'));
	const again = { item: key, lang: 'fi', parent: ids.second, content, note: '', scope: 'major' };
	expect(await saveText(again, writer)).toMatchObject({ refused: 'unchanged' });
});

test('what cannot be so is refused by the name of its field', async () => {
	const content = { ...text('x'), about: { risk: 'ordinary', position: 'kymmenen', section: 'elsewhere' } };
	expect(await saveText({ item: key, lang: 'fi', parent: null, content, note: '', scope: 'major' }, writer)).toEqual({
		refused: 'malformed',
		fields: { 'about.position': 'number', 'about.section': 'choice' },
	});
});

test('a first easy text begins as a copy of its source, and every id that was ever used is known', async () => {
	const table = await tableFor(key, 'fi-easy');
	if (!table) throw new Error('it is there');
	expect(startingSheet(table).blocks.map(({ id }) => id)).toEqual(['title', 'step-4']);
	expect((await besideTheFields(table, startingSheet(table))).changes).toEqual([]);
	expect((await spentIds(key)).sort()).toEqual(['step-4', 'title']);
});

test('an item shows its languages, how far each has come, its checks and its other words', async () => {
	await addCheck({ item: key, lang: 'fi', how: 'walked', works: 'yes', device: 'Android 14' }, second);
	await addAlias({ item: key, lang: 'ru', kind: 'slang', text: 'внж' }, writer);
	const item = await itemOverview(key, ['ru', 'fi', 'en']);
	expect(item?.languages.map(({ lang, newest }) => [lang, newest?.standing])).toEqual([
		...[
			['fi', 'draft'],
			['ru', undefined],
			['en', undefined],
			['fi-easy', undefined],
		],
	]);
	expect(item?.languages[0]?.shown?.revision).toBe(ids.first);
	expect(item).toMatchObject({
		title: 'Lupa',
		checks: [{ by: 'second', works: true }],
		aliases: [{ addedBy: 'writer' }],
	});
	expect(await itemOverview('guide/nothing', [])).toBeNull();
});

test('a draft is on its list until it waits for a second person', async () => {
	expect((await worklists('fi')).drafts.map(({ id }) => id)).toContain(ids.second);
	await requestReview({ revision: ids.second }, writer);
	const lists = await worklists('fi');
	expect(lists.waiting.map(({ id }) => id)).toContain(ids.second);
	expect(lists.drafts.map(({ id }) => id)).not.toContain(ids.second);
});

test('texts are found by words of their title in any order, public or not', async () => {
	expect((await findItems('LUP', '', 'fi')).map(({ key }) => key)).toContain(key);
	expect(await findItems('lupa', 'term', 'fi')).toEqual([]);
	expect(await findItems("'; drop table items; --", '', 'fi')).toEqual([]);
});

test('a revision is shown as its reader would see it, with what differs from the public text', async () => {
	const revision = await texts(at.ground.db).revision(ids.second ?? '');
	if (!revision) throw new Error('it is there');
	const { changed, page, shown } = await previewOf(revision);
	expect(shown?.id).toBe(ids.first);
	expect(changed).toEqual([{ block: 'step-4', part: 'text', before: 'Avaa sivu.', after: 'Avaa uusi sivu.' }]);
	expect(page?.passages).toMatchObject([{ kind: 'steps', steps: [{ id: 'step-4', number: 1 }] }]);
});
