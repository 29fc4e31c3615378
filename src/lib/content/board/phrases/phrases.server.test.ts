import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { person } from '../../../../../bin/testing/staff.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { agreeToPhrase, phrasesAtHand, phrasesOf, proposePhrase, removePhrase } from './phrases.server.ts';

const at = onGround();
let volunteer: StaffActor;
let adviser: StaffActor;
let stranger: StaffActor;
const all = { ru: 'Подождите минуту.', fi: 'Odota hetki.', en: 'Wait a minute.' };

beforeAll(async () => {
	volunteer = await person('volunteer');
	adviser = await person('adviser');
	const other = await person('editor', 'stranger');
	stranger = { ...other, memberships: [{ organisationId: 'elsewhere', role: 'editor' }] };
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('elsewhere', 'association', '{}')`);
});

const propose = (given: object = {}, by = volunteer) => proposePhrase({ clientId: newId(), texts: all, ...given }, by);
async function proposed(given: object = {}, by = volunteer): Promise<string> {
	const made = await propose(given, by);
	if (!('id' in made)) throw new Error(JSON.stringify(made));
	return made.id;
}
const atHand = async (organisationId: string) =>
	(await phrasesAtHand(at.ground.db, [organisationId])).map(({ id }) => id);

test('a phrase is at hand once a second person agreed; nobody agrees to her own', async () => {
	const id = await proposed({ topic: 'work' }, adviser);
	expect(await agreeToPhrase({ id }, adviser)).toMatchObject({ refused: 'own' });
	expect(await agreeToPhrase({ id }, volunteer)).toMatchObject({ refused: 'forbidden' });
	expect(await atHand('home')).not.toContain(id);
	expect(await agreeToPhrase({ id }, stranger)).toEqual({ id });
	expect(await phrasesAtHand(at.ground.db, ['anywhere'])).toContainEqual({ id, topic: 'work', texts: all });
});

test('the database, too, refuses whoever agrees to her own', async () => {
	const id = await proposed();
	const own = at.ground.db.query('update phrases set agreed_by = proposed_by, agreed_at = now() where id = $1', [id]);
	await expect(own).rejects.toThrow(/check/);
});

test('a phrase of one organisation is nobody else’s', async () => {
	const id = await proposed({ organisationId: 'home' });
	expect(await agreeToPhrase({ id }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await removePhrase({ id }, stranger)).toMatchObject({ refused: 'missing' });
	expect((await phrasesOf(at.ground.db, stranger)).map((one) => one.id)).not.toContain(id);
	await agreeToPhrase({ id }, adviser);
	expect(await atHand('home')).toContain(id);
	expect(await atHand('elsewhere')).not.toContain(id);
	expect(await propose({ organisationId: 'elsewhere' })).toMatchObject({ refused: 'forbidden' });
});

test('it must be there in every language, short, and without a number that must not be stored', async () => {
	expect(await propose({ texts: { ru: 'Да.', fi: 'Joo.' } })).toMatchObject({ fields: { 'text.en': 'empty' } });
	expect(await propose({ texts: { ...all, fi: 'x'.repeat(601) } })).toMatchObject({ fields: { 'text.fi': 'long' } });
	const secret = { ...all, en: 'Your code is 131052-952K.' };
	expect(await propose({ texts: secret })).toMatchObject({ fields: { 'text.en': 'secret' } });
	expect(await propose({ topic: 'no-such' })).toMatchObject({ fields: { topic: 'topic' } });
});

test('whoever proposed takes it back while it waits; later only those who may agree', async () => {
	const waiting = await proposed();
	expect(await removePhrase({ id: waiting }, volunteer)).toEqual({ id: waiting });
	const agreed = await proposed();
	await agreeToPhrase({ id: agreed }, adviser);
	expect(await removePhrase({ id: agreed }, volunteer)).toMatchObject({ refused: 'forbidden' });
	await removePhrase({ id: agreed }, adviser);
	expect(await atHand('home')).not.toContain(agreed);
});

test('sent twice it is one phrase', async () => {
	const once = { clientId: newId() };
	const before = (await phrasesOf(at.ground.db, volunteer)).length;
	await proposed(once);
	await proposed(once);
	expect((await phrasesOf(at.ground.db, volunteer)).length).toBe(before + 1);
});
