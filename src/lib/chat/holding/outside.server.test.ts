import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { caseOfCode } from '#lib/cases/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation, releaseConversation } from '../claim.server.ts';
import { closeConversation } from '../close.server.ts';
import { deskView } from '../desk.server.ts';
import { endConversation } from '../end.server.ts';
import { saveDraft } from '../notes/drafts.server.ts';
import { notesFor, notesOf, writeNote } from '../notes/notes.server.ts';
import { mayFollow, readConversation, readForHelper, visitorConversation } from '../read.server.ts';
import { answerAsHelper } from '../speak.server.ts';
import { buildConversation, buildDesk, buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { answerConsent, askedOfVisitor } from './consent.server.ts';
import { acceptHandover, declineHandover, offerHandover, withdrawHandover } from './handover.server.ts';
import { colleaguesFor } from './offers.server.ts';

const at = onGround();
const OTHER = 'other-association';
const codes = { topic: 'benefits', outcome: 'solved-together', minutes: 5 } as const;

/** A conversation that a volunteer of one organisation holds, and helpers of another one that has a desk too. */
async function held() {
	const conversation = await buildConversation('моя тайна');
	await buildDesk(OTHER);
	await at.ground.db.query(`update organisations set names = '{"ru": "Другие", "fi": "Toiset"}' where id = $1`, [
		OTHER,
	]);
	const [holder, colleague] = [await buildHelper('test-association', 'volunteer'), await buildHelper()];
	const [stranger, other] = [await buildHelper(OTHER, 'volunteer'), await buildHelper(OTHER)];
	const { id, caseId } = conversation;
	await claimConversation({ id }, holder);
	const offer = (to: object = {}) =>
		offerHandover(
			{ id, clientId: newId(), text: 'для вас', toDesk: `desk-of-${OTHER}`, topic: 'benefits', ...to },
			holder,
		);
	const consent = (answer: 'yes' | 'no', to = OTHER) => answerConsent({ answer, to }, visitorOf(caseId));
	const write = (who: StaffActor) => answerAsHelper({ id, clientId: newId(), text: 'ответ' }, who);
	return { ...conversation, holder, colleague, stranger, other, offer, consent, write };
}
const offeredTo = async (who: StaffActor, id: string) =>
	(await deskView(who)).fromOutside.filter((row) => row.id === id);
const deedsOn = (id: string) =>
	at.ground.db.query<{ action: string; actor_kind: string; reason: string | null }>(
		`select action, actor_kind, reason from audit_entries where subject_id = $1 and action <> 'read' order by id`,
		[id],
	);

test('she is asked first; before her yes the other organisation sees nothing and can do nothing', async () => {
	const { id, stranger, other, offer } = await held();
	expect(await offer()).toEqual({});
	expect(await askedOfVisitor(await fresh(id), 'ru')).toEqual({ id: OTHER, name: 'Другие' });
	for (const who of [stranger, other]) {
		expect(await offeredTo(who, id)).toEqual([]);
		expect(await acceptHandover({ id }, who)).toMatchObject({ refused: 'missing' });
		expect(await declineHandover({ id, clientId: newId() }, who)).toMatchObject({ refused: 'missing' });
		expect(await readForHelper(id, who)).toMatchObject({ refused: 'missing' });
	}
});

test('after her yes the other organisation sees a language, a topic and from whom, and no more', async () => {
	const { id, stranger, colleague, offer, consent, write } = await held();
	await offer();
	expect(await consent('yes')).toEqual({ answer: 'yes' });
	const shown = await offeredTo(stranger, id);
	expect(shown).toEqual([{ id, language: 'ru', topic: 'benefits', from: {} }]);
	expect((await deskView(stranger)).offers).toEqual([]);
	expect(await offeredTo(colleague, id)).toEqual([]);
	expect(await readForHelper(id, stranger)).toMatchObject({ refused: 'missing' });
	expect(await notesFor(id, stranger)).toMatchObject({ refused: 'missing' });
	expect(await mayFollow(id, stranger)).toBe(false);
	expect(await write(stranger)).toMatchObject({ refused: 'missing' });
});

test('who accepts reads all she wrote and the note that came along; no other note and no draft did', async () => {
	const { id, code, token, holder, stranger, other, offer, consent, write } = await held();
	await writeNote({ id, clientId: newId(), text: 'только для своих' }, holder);
	await saveDraft({ id, text: 'начато', after: 1 }, holder);
	await offer();
	await writeNote({ id, clientId: newId(), text: 'и это для своих' }, holder);
	await consent('yes');
	expect(await acceptHandover({ id }, stranger)).toMatchObject({ id });
	const moved = await fresh(id);
	expect(moved).toMatchObject({ holder: stranger.id, organisationId: OTHER, deskId: `desk-of-${OTHER}` });
	const steps = await readConversation(moved);
	expect(steps[0]?.text).toBe('моя тайна');
	expect(steps.at(-1)).toMatchObject({ kind: 'handed', signed: `${stranger.chosenName}, Другие` });
	expect((await notesOf(moved, stranger)).map(({ text }) => text)).toEqual(['для вас']);
	expect(await at.ground.db.query('select 1 from drafts where conversation_id = $1', [id])).toEqual([]);
	expect(await write(stranger)).toMatchObject({ text: 'ответ' });
	expect(await readForHelper(id, other)).not.toHaveProperty('refused');
	expect(await caseOfCode(at.ground.db, code)).toMatchObject({ id: moved.caseId, organisationId: OTHER });
	expect(await visitorConversation(token)).toMatchObject({ id });
});

test('the first organisation finds it no more: not its holder, not those who answer for the desk', async () => {
	const { id, holder, colleague, stranger, offer, consent, write } = await held();
	await offer();
	await consent('yes');
	await acceptHandover({ id }, stranger);
	for (const who of [holder, colleague]) {
		expect(await readForHelper(id, who)).toMatchObject({ refused: 'missing' });
		expect(await notesFor(id, who)).toMatchObject({ refused: 'missing' });
		expect(await write(who)).toMatchObject({ refused: 'missing' });
		expect(await closeConversation({ id, ...codes }, who)).toMatchObject({ refused: 'missing' });
		expect(await releaseConversation({ id }, who)).toMatchObject({ refused: 'missing' });
		expect(await mayFollow(id, who)).toBe(false);
		const { mine, others, waiting } = await deskView(who);
		expect([...mine, ...others, ...waiting].map((row) => row.id)).not.toContain(id);
	}
});

test('both sides and the visitor are on record', async () => {
	const { id, stranger, offer, consent } = await held();
	await offer();
	await consent('yes');
	await acceptHandover({ id }, stranger);
	expect(await deedsOn(id)).toEqual([
		{ action: 'claim', actor_kind: 'staff', reason: null },
		{ action: 'offer', actor_kind: 'staff', reason: `to ${OTHER}` },
		{ action: 'agree', actor_kind: 'visitor', reason: `to ${OTHER}` },
		{ action: 'accept', actor_kind: 'staff', reason: 'from test-association' },
	]);
});

test('it is one contact, of the organisation that closes it', async () => {
	const before = await countOfClosings();
	const { id, stranger, offer, consent } = await held();
	await offer();
	await consent('yes');
	await acceptHandover({ id }, stranger);
	const closed = await closeConversation({ id, ...codes }, stranger);
	expect(isRefusal(closed)).toBe(false);
	const after = await countOfClosings();
	expect(after.length - before.length).toBe(1);
	expect(after.at(-1)).toEqual({ organisation: OTHER });
});

const countOfClosings = () =>
	at.ground.db.query<{ organisation: string }>('select organisation_id as organisation from closings order by id');

test('her no ends the offer, the holder is told, and she can be asked about it again only by a new offer', async () => {
	const { id, holder, stranger, offer, consent } = await held();
	await offer();
	await consent('no');
	expect(await askedOfVisitor(await fresh(id), 'ru')).toBeNull();
	expect(await consent('yes')).toMatchObject({ refused: 'not-offered' });
	expect(await acceptHandover({ id }, stranger)).toMatchObject({ refused: 'missing' });
	const told = (await deskView(holder)).offered.find((one) => one.id === id);
	expect(told).toMatchObject({ outcome: 'declined', consent: 'refused', settledBy: null });
	expect(await offer()).toEqual({});
});

test('a yes on a page that still asks about another organisation is a yes to nobody', async () => {
	const { id, stranger, offer, consent } = await held();
	await offer();
	for (const to of ['third-association', '']) {
		expect(await consent('yes', to)).toEqual(refused('not-offered'));
		expect(await consent('no', to)).toEqual(refused('not-offered'));
	}
	expect(await askedOfVisitor(await fresh(id), 'ru')).toMatchObject({ id: OTHER });
	expect(await offeredTo(stranger, id)).toEqual([]);
});

test('a declined or withdrawn offer leaves everything where it was, and she is asked no more', async () => {
	const { id, holder, stranger, offer, consent } = await held();
	await offer();
	expect(await withdrawHandover({ id }, holder)).toEqual({});
	expect(await askedOfVisitor(await fresh(id), 'ru')).toBeNull();
	await offer();
	await consent('yes');
	expect(await declineHandover({ id, clientId: newId(), text: 'мест нет' }, stranger)).toEqual({});
	expect(await fresh(id)).toMatchObject({ holder: holder.id, organisationId: 'test-association' });
	expect(await offeredTo(stranger, id)).toEqual([]);
	expect((await notesOf(await fresh(id), holder)).at(-1)).toMatchObject({ text: 'мест нет' });
});

test('nobody outside takes what has ended or was closed, and she is asked nothing after the end', async () => {
	const ended = await held();
	await ended.offer();
	await endConversation({}, visitorOf(ended.caseId));
	expect(await askedOfVisitor(await fresh(ended.id), 'ru')).toBeNull();
	expect(await ended.consent('yes')).toMatchObject({ refused: 'ended' });
	expect(await ended.offer()).toMatchObject({ refused: 'not-held' });
	const closed = await held();
	await closed.offer();
	await closed.consent('yes');
	await closeConversation({ id: closed.id, ...codes }, closed.holder);
	expect(await acceptHandover({ id: closed.id }, closed.stranger)).toMatchObject({ refused: 'missing' });
});

test('an offer outside needs a desk and a topic of the list; a volunteer without a pledge knows nothing of it', async () => {
	const { id, stranger, offer, consent } = await held();
	expect(await offer({ topic: null })).toMatchObject({ refused: 'malformed', fields: { topic: 'topic' } });
	expect(await offer({ topic: 'secret words of hers' })).toMatchObject({ refused: 'malformed' });
	expect(await offer({ toDesk: 'no-such-desk' })).toMatchObject({ refused: 'malformed' });
	await offer();
	await consent('yes');
	const lapsed = { ...stranger, pledgeIsCurrent: false };
	expect((await deskView(lapsed)).fromOutside).toEqual([]);
	expect(await acceptHandover({ id }, lapsed)).toMatchObject({ refused: 'missing' });
	expect(await acceptHandover({ id: newId() }, stranger)).toMatchObject({ refused: 'missing' });
});

test('of many who accept at once, in the other organisation, one gets it', async () => {
	const { id, offer, consent } = await held();
	await offer();
	await consent('yes');
	const many = await Promise.all(Array.from({ length: 6 }, () => buildHelper(OTHER)));
	const outcomes = await Promise.all(many.map((one) => acceptHandover({ id }, one)));
	expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
});

test('where there is one organisation only, no other is shown', async () => {
	const { id, holder } = await held();
	const shown = await colleaguesFor(id, holder);
	expect(shown).toMatchObject({ outside: [{ id: `desk-of-${OTHER}`, organisation: { ru: 'Другие' } }] });
	await at.ground.db.query('update desks set organisation_id = $1', ['test-association']);
	expect(await colleaguesFor(id, holder)).toMatchObject({ outside: [] });
	await at.ground.db.query('update desks set organisation_id = $1 where id = $2', [OTHER, `desk-of-${OTHER}`]);
});
