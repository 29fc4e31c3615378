import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { newId, randomToken } from '#lib/platform/randomness.server.ts';
import { blockConversation, closeConversation } from '../close.server.ts';
import { endConversation, eraseEverything } from '../end.server.ts';
import { readConversation } from '../read.server.ts';
import { sendAsVisitor } from '../speak.server.ts';
import { buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { LINK_HOURS } from './clerk.ts';
import { attendedBy, declineClerk, leaveAsClerk } from './come.server.ts';
import { endClerkInTime } from './end.server.ts';
import { dismissClerk, inviteClerk } from './invite.server.ts';
import { clerkBeside, interpretingFor, isStillThere, readAsClerk } from './seen.server.ts';
import { sendAsClerk } from './speak.server.ts';
import { buildAttended, buildHeld, enter, linkFor, mustAttend, NOBODY } from './testing.ts';

const at = onGround();
let ahead = 0;
afterAll(turnClock(() => Date.now() + ahead));
const kindsOf = async (id: string) => (await readConversation(await fresh(id))).map(({ kind }) => kind);

test('a clerk comes by a link and sees nothing of what was written before, and all that is written since', async () => {
	const { conversation, clerk, browser } = await buildAttended();
	expect(clerk.signed).toBe('Minna, Kela');
	await sendAsVisitor(conversation.id, { clientId: newId(), text: 'видно' });
	const steps = await readAsClerk(await mustAttend(browser));
	expect(steps.map(({ kind, text }) => [kind, text])).toEqual([
		['clerk-came', null],
		['text', 'видно'],
	]);
	expect(JSON.stringify(steps)).not.toContain('Здравствуйте');
});

test('from the beginning, when the helper chose so', async () => {
	const { browser } = await buildAttended({ seesAll: true });
	expect((await readAsClerk(await mustAttend(browser))).map(({ text }) => text)).toContain('Здравствуйте');
});

test('nothing in the database opens the link or shows the browser’s token', async () => {
	const { conversation, helper } = await buildHeld();
	const [link, browser] = [await linkFor(conversation.id, helper), randomToken()];
	await enter(link, browser);
	const rows = await at.ground.db.query<{ all: string }>('select row_to_json(c)::text as all from clerks c');
	for (const { all } of rows) for (const secret of [link, browser]) expect(all).not.toContain(secret);
});

test('of two browsers that open one link at once, one is in; the other is answered as by a wrong link, and the helper told', async () => {
	const { conversation, helper } = await buildHeld();
	const link = await linkFor(conversation.id, helper);
	const browsers = [randomToken(), randomToken(), randomToken()];
	const outcomes = await Promise.all(browsers.map((browser) => enter(link, browser)));
	expect(outcomes.filter((one) => !isRefusal(one))).toHaveLength(1);
	const wrong = await enter(randomToken(), randomToken());
	for (const refusal of outcomes.filter(isRefusal)) expect(refusal).toEqual(wrong);
	const seen = await interpretingFor(conversation.id, helper);
	expect(isRefusal(seen) || seen.clerk?.triedAgainAt).toBeTypeOf('string');
	expect((await kindsOf(conversation.id)).filter((kind) => kind === 'clerk-came')).toHaveLength(1);
});

test('a form sent twice by one browser comes once, and says nothing to the helper', async () => {
	const { conversation, helper } = await buildHeld();
	const [link, browser] = [await linkFor(conversation.id, helper), randomToken()];
	const twice = await Promise.all([enter(link, browser), enter(link, browser)]);
	expect(twice).toEqual([{ language: 'fi' }, { language: 'fi' }]);
	expect(await interpretingFor(conversation.id, helper)).toMatchObject({ clerk: { triedAgainAt: null } });
	expect((await kindsOf(conversation.id)).filter((kind) => kind === 'clerk-came')).toHaveLength(1);
});

test('a link copied with the words around it works; what is no link is told alike', async () => {
	const { conversation, helper } = await buildHeld();
	const link = await linkFor(conversation.id, helper);
	expect(await enter(` https://silta.example/fi/clerk#${link} `, randomToken())).toEqual({ language: 'fi' });
	expect(await enter('nonsense', randomToken())).toMatchObject({ fields: { link: 'unknown-link' } });
});

test('an office is needed, a name is not, and a number in either is hidden', async () => {
	const { conversation, helper } = await buildHeld();
	const link = await linkFor(conversation.id, helper);
	expect(await enter(link, randomToken(), { office: ' ' })).toMatchObject({ fields: { office: 'office' } });
	await enter(link, randomToken(), { office: 'Kela', name: '131052-900W' });
	expect((await clerkBeside(conversation.id))?.signed).toBe('••••••, Kela');
});

test('one clerk at a time, one conversation in a browser', async () => {
	const { conversation, helper, browser } = await buildAttended();
	expect(await inviteClerk({ id: conversation.id, language: 'fi' }, helper)).toMatchObject({
		refused: 'clerk-already',
	});
	const other = await buildHeld();
	const link = await linkFor(other.conversation.id, other.helper);
	expect(await enter(link, browser)).toMatchObject({ refused: 'clerk-elsewhere' });
	await leaveAsClerk({ browser }, NOBODY);
	expect(await enter(link, browser)).toEqual({ language: 'fi' });
});

test('who holds the conversation brings a clerk in; colleagues, other associations and other holders do not', async () => {
	const { conversation, helper } = await buildHeld();
	const invite = (who: typeof helper) => inviteClerk({ id: conversation.id, language: 'fi' }, who);
	expect(await invite(await buildHelper())).toMatchObject({ refused: 'not-held' });
	expect(await invite(await buildHelper('other-association'))).toMatchObject({ refused: 'missing' });
	expect(await inviteClerk({ id: conversation.id, language: 'xx' }, helper)).toMatchObject({ refused: 'malformed' });
	expect(isRefusal(await invite(helper))).toBe(false);
	expect(await dismissClerk({ id: conversation.id }, await buildHelper('test-association', 'volunteer'))).toMatchObject(
		{ refused: 'not-held' },
	);
	expect(await dismissClerk({ id: conversation.id }, await buildHelper())).toEqual({});
	expect(await dismissClerk({ id: conversation.id }, helper)).toMatchObject({ refused: 'no-clerk' });
});

type Deed = (of: Awaited<ReturnType<typeof buildAttended>>) => Promise<unknown>;
const codes = { topic: 'benefits', serviceId: 'kela-omakela', outcome: 'solved-together', minutes: 12 };
const ENDS: readonly [string, Deed, string | undefined][] = [
	['the visitor says no', ({ conversation }) => declineClerk({}, visitorOf(conversation.caseId)), 'clerk-declined'],
	['the helper ends it', ({ conversation, helper }) => dismissClerk({ id: conversation.id }, helper), 'clerk-left'],
	['the clerk leaves', ({ browser }) => leaveAsClerk({ browser }, NOBODY), 'clerk-left'],
	['the visitor ends the talk', ({ conversation }) => endConversation({}, visitorOf(conversation.caseId)), 'ended'],
	['it is closed', ({ conversation, helper }) => closeConversation({ id: conversation.id, ...codes }, helper), 'ended'],
	['it is blocked', ({ conversation, helper }) => blockConversation({ id: conversation.id }, helper), 'ended'],
	['it is erased', ({ conversation }) => eraseEverything({}, visitorOf(conversation.caseId)), undefined],
];

test.each(ENDS)(
	'when %s, the clerk reads and writes nothing any more, and is told to everybody',
	async (_what, end, last) => {
		const of = await buildAttended();
		expect(isRefusal(await end(of))).toBe(false);
		expect(await attendedBy(of.browser)).toBeNull();
		expect(await isStillThere(of.clerk)).toBe(false);
		const sent = await sendAsClerk(of.clerk, { clientId: newId(), text: 'vielä yksi' });
		expect(isRefusal(sent)).toBe(true);
		if (last) expect((await kindsOf(of.conversation.id)).at(-1)).toBe(last);
	},
);

test('a talk that is taken up again does not bring the clerk back', async () => {
	const { conversation, browser } = await buildAttended();
	await endConversation({}, visitorOf(conversation.caseId));
	await sendAsVisitor(conversation.id, { clientId: newId(), text: 'ещё вопрос' });
	expect((await fresh(conversation.id)).endedAt).toBeNull();
	expect(await attendedBy(browser)).toBeNull();
});

test('who is sent away while a word is on its way has not said it, or has said it before', async () => {
	const { conversation, helper, clerk } = await buildAttended();
	const [sent] = await Promise.all([
		sendAsClerk(clerk, { clientId: newId(), text: 'hetki' }),
		dismissClerk({ id: conversation.id }, helper),
	]);
	const kinds = await kindsOf(conversation.id);
	expect(kinds.at(-1)).toBe('clerk-left');
	expect(kinds.filter((kind) => kind === 'text')).toHaveLength(isRefusal(sent) ? 1 : 2);
});

test('when the hours of the link are over the visitor is told that the clerk has gone', async () => {
	const { conversation, browser } = await buildAttended();
	ahead += LINK_HOURS * 3_600_000 + 1_000;
	expect(await attendedBy(browser)).toBeNull();
	await workThrough({ 'end-clerk': endClerkInTime });
	expect((await kindsOf(conversation.id)).at(-1)).toBe('clerk-left');
});

test('what the clerk types is masked as everybody’s words are, over two messages too, and told', async () => {
	const { conversation, clerk } = await buildAttended();
	const send = (text: string) => sendAsClerk(clerk, { clientId: newId(), text });
	expect(await send('Henkilötunnus 131052-900W?')).toMatchObject({ hidden: ['hetu'], text: 'Henkilötunnus ••••••?' });
	await send('131052');
	expect(await send('-900W')).toMatchObject({ hidden: ['hetu'] });
	expect(JSON.stringify(await readConversation(await fresh(conversation.id)))).not.toContain('131052');
});

test('a message of the clerk is kept in the clerk’s language, under the clerk’s name, once', async () => {
	const { conversation, clerk } = await buildAttended();
	const said = { clientId: newId(), text: 'Hyvää päivää' };
	const [first, again] = [await sendAsClerk(clerk, said), await sendAsClerk(clerk, said)];
	expect(again).toEqual(first);
	expect((await readConversation(await fresh(conversation.id))).at(-1)).toMatchObject({
		...{ author: 'clerk', kind: 'text', text: 'Hyvää päivää', language: 'fi', signed: 'Minna, Kela' },
	});
});
