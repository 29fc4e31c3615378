import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ROLES, type StaffActor } from '#lib/identity/index.server.ts';
import { countFacts } from '#lib/ledger/index.server.ts';
import { numberOf } from '#lib/ledger/index.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { calendarRevision, occurrences } from '../occurrences/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import type { Occurrence, Series } from '../event.ts';
import { addAnswer, answersFor, removeAnswer } from './answers.server.ts';
import { loadDemonstrationMaterials } from './demonstration.server.ts';
import { LARGEST_FILE } from './fileKind.ts';
import { recordDownloads } from './figures.server.ts';
import { countDownload, materialFile } from './files.server.ts';
import { addMaterial, materialsFor, removeMaterial } from './materials.server.ts';
import { answersOf, materialsOf, readShelf } from './shelf.server.ts';
import { PDF } from './testing.ts';

const at = onGround();
let of: Series;
let date: Occurrence;
let adviser: StaffActor;
let clock = '2026-03-02';

beforeAll(async () => {
	await buildOrganisers();
	adviser = await staffOf('adviser');
	turnClock(() => instantAt(clock, '12:00').getTime());
});
beforeEach(async () => {
	clock = '2026-03-02';
	const made = await planned();
	of = made.of;
	const found = made.dates.find(({ day }) => day === '2026-03-10');
	if (!found) throw new Error('no such date');
	date = found;
});

async function staffOf(role: (typeof ROLES)[number], organisationId = 'near'): Promise<StaffActor> {
	const id = newId();
	const text = `insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, $2, 'fi', now())`;
	await at.ground.db.query(text, [id, id]);
	const actor = { id, chosenName: role, language: 'fi', isDemonstration: false, pledgeIsCurrent: true, mayHelp: true };
	return { ...actor, kind: 'staff', memberships: [{ organisationId, role }] };
}
const typed = (more: object = {}) => ({
	...{ clientId: newId(), seriesId: of.id, occurrenceId: date.id, kind: 'link', language: 'ru', title: 'Памятка' },
	...{ url: 'https://example.org/x', ...more },
});
const typedFile = (bytes: Uint8Array, more: object = {}) =>
	typed({ kind: 'file', url: '', title: 'Muistio', file: { bytes }, ...more });
async function added(what: object): Promise<string> {
	const made = await addMaterial(what, adviser);
	if (isRefusal(made)) throw new Error(JSON.stringify(made));
	return made.id;
}
async function seen(day: string, originalDay: string | null = date.originalDay, lang = 'ru') {
	clock = day;
	await readShelf(at.ground.db);
	return materialsOf(of.id, originalDay, lang).map(({ name }) => name);
}

test('a material of a date is for everybody from its day on, wherever the date is moved', async () => {
	await added(typed());
	expect(await seen('2026-03-09')).toEqual([]);
	expect(await seen('2026-03-10')).toEqual(['Памятка']);
	expect(await seen('2026-03-10', '2026-03-17')).toEqual([]);
	expect(await seen('2026-03-10', null)).toEqual(['Памятка']);
	await occurrences(at.ground.db).save({ ...date, day: '2026-03-12' });
	expect(await seen('2026-03-11')).toEqual([]);
	expect(await seen('2026-03-12')).toEqual(['Памятка']);
});

test('a day that somebody chose counts instead; of a date that is not held nothing is shown by itself', async () => {
	await added(typed({ title: 'Раньше', visibleFrom: '2026-03-05' }));
	await added(typed({ title: 'В день встречи' }));
	await occurrences(at.ground.db).save({ ...date, state: 'cancelled', cause: 'staff' });
	expect(await seen('2026-03-04')).toEqual([]);
	expect(await seen('2026-03-20')).toEqual(['Раньше']);
});

test('what belongs to the series is there at once and on each date; her own language comes first', async () => {
	await added(typed({ occurrenceId: '', title: 'По-русски' }));
	await added(typed({ occurrenceId: '', title: 'Suomeksi', language: 'fi' }));
	expect(await seen('2026-03-02', '2026-04-14', 'fi')).toEqual(['Suomeksi', 'По-русски']);
	expect(await seen('2026-03-02', '2026-04-14', 'en')).toEqual(['По-русски', 'Suomeksi']);
});

test('a draft shows nothing, and a material moves what pages are made from', async () => {
	const before = await calendarRevision(at.ground.db);
	const id = await added(typedFile(PDF, { visibleFrom: '2026-03-01' }));
	expect(await calendarRevision(at.ground.db)).not.toBe(before);
	await at.ground.db.query(`update series set state = 'draft' where id = $1`, [of.id]);
	expect(await seen('2026-03-20')).toEqual([]);
	expect(await materialFile(of.id, id)).toBeNull();
});

test('a page of ours is named as it is named today', async () => {
	await added(typed({ kind: 'page', url: '', title: '', item: 'guide/ask-and-come-back', occurrenceId: '' }));
	clock = '2026-03-20';
	await readShelf(at.ground.db);
	const [page] = materialsOf(of.id, null, 'fi');
	expect(page).toMatchObject({ href: '/fi/guides/ask-and-come-back', language: 'fi' });
	expect(await addMaterial(typed({ kind: 'page', item: 'service/kela-omakela' }), adviser)).toMatchObject({
		fields: { item: 'item' },
	});
});

let people = 0;
const somebody = () => ({ source: `library ${(people += 1)}`, agent: 'a browser' });

test('a file is given as a download under a safe name, from its day on, and counted by month', async () => {
	const id = await added(typedFile(PDF));
	expect(await materialFile(of.id, id)).toBeNull();
	clock = '2026-03-10';
	expect(await materialFile(of.id, id)).toMatchObject({
		...{ type: 'application/pdf', body: PDF },
		disposition: `attachment; filename="Muistio.pdf"; filename*=UTF-8''Muistio.pdf`,
	});
	expect(await materialFile('another', id)).toBeNull();
	expect(await materialFile(of.id, 'no-id')).toBeNull();
	for (let time = 0; time < 3; time += 1) await countDownload(id, somebody());
	expect((await materialsFor(of.id, adviser))?.materials).toMatchObject([{ taken: 3, from: '2026-03-10' }]);
});

test('taken again and again on one day by one program it is one; a place with many readers has its own many', async () => {
	const id = await added(typedFile(PDF));
	const taken = async () => (await materialsFor(of.id, adviser))?.materials.find((one) => one.id === id)?.taken;
	for (let time = 0; time < 5; time += 1) await countDownload(id, { source: 'home', agent: 'a browser' });
	expect(await taken()).toBe(1);
	for (let time = 0; time < 50; time += 1) await countDownload(id, { source: 'home', agent: `a script ${time}` });
	expect(await taken()).toBe(20);
	await countDownload(id, { source: 'library', agent: 'a browser' });
	expect(await taken()).toBe(21);
});

test('downloads of months that are over are facts, once, on the line of the series; the running month waits', async () => {
	const id = await added(typedFile(PDF));
	const told = async () => {
		await recordDownloads({});
		const counts = await countFacts(at.ground.db, { organisationId: 'near', unit: 'download', by: ['month'] });
		return counts.map((count) => [count.key.month, numberOf(count)]);
	};
	clock = '2026-03-31';
	for (let time = 0; time < 3; time += 1) await countDownload(id, somebody());
	const before = await told();
	expect(before.some(([month]) => month === '2026-03')).toBe(false);
	clock = '2026-04-01';
	await countDownload(id, somebody());
	await removeMaterial({ id }, adviser);
	const once = await told();
	expect(await told()).toEqual(once);
	expect(once.find(([month]) => month === '2026-03')?.[1]).toBeGreaterThanOrEqual(3);
	expect(once.some(([month]) => month === '2026-04')).toBe(false);
});

test('what was taken away is nobody’s any more, file and all', async () => {
	const id = await added(typedFile(PDF));
	await removeMaterial({ id }, adviser);
	expect(await seen('2026-03-20')).toEqual([]);
	expect(await materialFile(of.id, id)).toBeNull();
	expect(await at.ground.db.query('select 1 from material_files where material_id = $1', [id])).toEqual([]);
	expect(await removeMaterial({ id }, adviser)).toMatchObject({ refused: 'missing' });
});

test('each fault is named by its field; what a file says of itself does not count', async () => {
	const faultOf = async (what: object) => {
		const result = await addMaterial(what, adviser);
		return isRefusal(result) ? [result.refused, result.fields] : null;
	};
	expect(await faultOf(typed({ url: 'javascript:alert(1)' }))).toEqual(['malformed', { url: 'url' }]);
	expect(await faultOf(typed({ url: '' }))).toEqual(['malformed', { url: 'url' }]);
	expect(await faultOf(typed({ title: ' ' }))).toEqual(['malformed', { title: 'empty' }]);
	expect(await faultOf(typed({ title: '131052-952K' }))).toEqual(['malformed', { title: 'secrets' }]);
	expect(await faultOf(typedFile(Buffer.from('<html>')))).toEqual(['wrong-kind', { file: 'kind' }]);
	expect(await faultOf(typedFile(Buffer.alloc(0)))).toEqual(['malformed', { file: 'file' }]);
	expect(await faultOf(typedFile(Buffer.alloc(LARGEST_FILE + 1, '%PDF-')))).toEqual(['too-large', { file: 'large' }]);
	const once = typed();
	await added(once);
	expect(await addMaterial(once, adviser)).toMatchObject({ refused: 'other-form' });
});

test('a question stands with its answer on the page of its date, and never with who asked', async () => {
	const words = { language: 'ru', question: 'Как войти?', answer: 'Кодами банка.' };
	const asked = { clientId: newId(), seriesId: of.id, occurrenceId: date.id, ...words };
	const made = await addAnswer(asked, adviser);
	if (isRefusal(made)) throw new Error(made.refused);
	await readShelf(at.ground.db);
	expect(answersOf(of.id, date.originalDay, 'fi')).toEqual([{ id: made.id, ...words }]);
	expect(answersOf(of.id, '2026-03-17', 'fi')).toEqual([]);
	const secret = { ...asked, clientId: newId(), answer: 'Tunnus on 131052-952K' };
	expect(await addAnswer(secret, adviser)).toMatchObject({ fields: { answer: 'secrets' } });
	await removeAnswer({ id: made.id }, adviser);
	expect(await answersFor(of.id, adviser)).toEqual([]);
});

test('only who plans there puts materials and answers, or takes them away', async () => {
	const id = await added(typed());
	for (const role of ROLES) {
		const may = role === 'adviser' || role === 'coordinator';
		const own = await staffOf(role);
		expect([role, isRefusal(await addMaterial(typed(), own))]).toEqual([role, !may]);
		expect([role, (await materialsFor(of.id, own)) !== null]).toEqual([role, may]);
		const other = await staffOf(role, 'far');
		expect(await addMaterial(typed(), other)).toMatchObject({ refused: 'missing' });
		expect(await removeMaterial({ id }, other)).toMatchObject({ refused: 'missing' });
		expect(await answersFor(of.id, other)).toBeNull();
	}
	const elsewhere = await planned({ organisationId: 'far' });
	expect(await addMaterial(typed({ occurrenceId: elsewhere.dates[0]?.id }), adviser)).toMatchObject({
		refused: 'missing',
	});
	expect(await addMaterial(typed({ seriesId: 'nowhere', occurrenceId: '' }), adviser)).toMatchObject({
		refused: 'missing',
	});
});

test('the demonstration has pages of ours with its series, once', async () => {
	const { db } = at.ground;
	await planned({ id: 'info-2026' });
	for (let time = 0; time < 2; time += 1) await db.transaction(loadDemonstrationMaterials);
	await readShelf(db);
	expect(materialsOf('info-2026', null, 'ru')).toMatchObject([
		{ href: '/ru/guides/omakela-first-sign-in', kind: 'page' },
	]);
});
