import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { mailServers } from '../../../../bin/testing/mail.ts';
import type { MailServers } from '../../../../bin/testing/mailConfig.ts';
import { mailDouble } from '../../../../bin/testing/mailDouble.ts';
import { loadOrganisations, makeDesk } from '#lib/network/index.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { mailPlace } from '#lib/platform/mail/place.ts';
import { addEntry, readEntries } from '../entries/entries.server.ts';
import { noticeOfAnswer, noticesOf } from '../notices/notices.server.ts';
import { sendNotices } from '../notices/send.server.ts';
import { cases } from '../store.server.ts';
import { removeCases } from '../visitor.server.ts';
import { isLinkGood, openByLink } from './link.server.ts';
import { type Mail, openMail } from './mailroom.server.ts';
import { decoded, eventually, huge, idOf, letter, pause } from './testing.ts';

const ground = onGround();
const OURS = 'desk@mail.test';
const SITE = 'https://silta.example';

const db = () => ground.ground.db;

beforeAll(async () => {
	await db().transaction(async (tx) => {
		await loadOrganisations(tx, { demonstration: true });
		const names = { ru: 'Стол', fi: 'Piste', en: 'Desk' };
		const desk = { id: 'desk', organisationId: 'demo-kuopio', names, zone: 'Europe/Helsinki' };
		await makeDesk(tx, { ...desk, projectId: null, planLine: null });
	});
});

describe.each([
	['real servers', mailServers],
	['the double', mailDouble],
])('with %s', (_name, start) => {
	let servers: MailServers;
	let mail: Mail;

	beforeAll(async () => {
		servers = await start();
		process.stdout.write(`  e-mail is tested with ${servers.told}\n`);
		const [imap, smtp] = [mailPlace(servers.imapUrl('desk'), 'imap'), mailPlace(servers.smtpUrl, 'smtp')];
		if (!imap || !smtp) throw new Error('the test servers have no place');
		mail = openMail({ from: OURS, imap, smtp }, SITE);
		await db().query('truncate mailboxes, taken_mails, cases cascade');
	});
	afterAll(async () => {
		await mail.close();
		await servers.stop();
	});

	const come = async (raw: string, seen = false): Promise<void> => {
		await servers.drop('desk', raw, seen);
		await mail.fetch();
	};
	const send = () => sendNotices({ email: mail.carry });
	const last = async (user: string): Promise<string> => (await eventually(() => servers.mailsOf(user))).at(-1) ?? '';

	test('a letter becomes a case and is thanked for, in the language in which it was written', async () => {
		await come(letter({ from: 'anna@mail.test', subject: 'Kanta', text: 'Не могу войти в Оmakanta, помогите.' }));
		const [only] = await allCases();
		expect(only).toMatchObject({ language: 'ru', deskId: 'desk' });
		expect(only?.waitingSince).not.toBeNull();
		const [entry] = await entriesOf(only?.id);
		expect(entry).toMatchObject({
			kind: 'question',
			channel: 'email',
			text: 'Kanta\n\nНе могу войти в Оmakanta, помогите.',
		});
		await send();
		const thanks = await last('anna');
		expect(thanks).toContain('To: anna@mail.test');
		expect(thanks).toContain('Auto-Submitted: auto-generated');
		expect(decoded(thanks)).toContain('Мы получили Ваше письмо');
		expect(decoded(thanks)).not.toContain('помогите');
	});

	test('what she answers goes on in the same case, without what she quotes', async () => {
		const [only] = await allCases();
		const text = 'Ещё вопрос: где код?\n\n1.1.2026 Silta пишет:\n> Мы получили Ваше письмо.\n> Здравствуйте';
		await come(letter({ from: 'Anna@mail.test', text, answers: idOf(await last('anna')) }));
		const entries = await entriesOf(only?.id);
		expect(entries.map(({ text }) => text)).toContain('Ещё вопрос: где код?\n\n[Цитата прежнего письма не сохранена]');
		expect(await allCases()).toHaveLength(1);
		await send();
		expect(await servers.mailsOf('anna')).toHaveLength(1);
	});

	test('the link opens the case once, and gives a code the first time only', async () => {
		const token = /\/ru\/open\/([\w-]+)/.exec(decoded(await last('anna')))?.[1] ?? '';
		expect(await isLinkGood(token)).toBe(true);
		const opened = await openByLink({ token, session: '' }, { kind: 'visitor', id: null });
		expect(opened).toMatchObject({ session: expect.any(String), code: expect.stringMatching(/^\d{20}$/) });
		expect(await isLinkGood(token)).toBe(false);
		expect(await openByLink({ token, session: '' }, { kind: 'visitor', id: null })).toMatchObject({
			refused: 'link-over',
		});
		const session = 'session' in opened ? opened.session : '';
		expect(await openByLink({ token, session }, { kind: 'visitor', id: null })).toEqual({ session: null, code: null });
	});

	test('a forged thread leads nowhere: another sender begins a case of his own', async () => {
		const [first] = await allCases();
		await come(letter({ from: 'mallory@mail.test', text: 'Что там написали?', answers: idOf(await last('anna')) }));
		expect(await allCases()).toHaveLength(2);
		expect(await entriesOf(first?.id)).toHaveLength(2);
		await come(letter({ from: 'anna@mail.test', text: 'Hei, apua', answers: `<${'0'.repeat(32)}@mail.test>` }));
		expect(await allCases()).toHaveLength(3);
	});

	test('an answer is told of without a word of it, and in full to whoever asked for that', async () => {
		const [first] = await allCases();
		// What earlier letters are still thanked for leaves before: two mails of one second have no order in a mailbox.
		await send();
		await pause(1_100);
		await answer(first?.id ?? '', 'Откройте kanta.fi и нажмите Kirjaudu.');
		await send();
		const told = decoded(await last('anna'));
		expect(told).toContain('На Ваше обращение есть ответ');
		expect(told).not.toContain('Kirjaudu');
		await db().query('update addresses set wants_text = true where case_id = $1', [first?.id]);
		await pause(1_100);
		await answer(first?.id ?? '', 'И ещё: страница Omat tiedot.');
		await send();
		expect(decoded(await last('anna'))).toContain('страница Omat tiedot');
		expect(await noticesOf(db(), first?.id ?? '')).toMatchObject([
			{ about: 'received', state: 'sent' },
			{ about: 'answer', state: 'sent' },
			{ about: 'answer', state: 'sent' },
		]);
	});

	test('a mail that comes twice, was read elsewhere or comes again under another number is one', async () => {
		const before = (await allCases()).length;
		const raw = letter({ from: 'pekka@mail.test', text: 'Hei, miten saan koodin?' });
		await come(raw, true);
		await come(raw);
		const nameless = 'From: vera@mail.test\r\nSubject: Hello\r\n\r\nI need help with my bank.\r\n';
		await come(nameless);
		await come(nameless);
		expect(await allCases()).toHaveLength(before + 2);
		await pause(1_100);
		await servers.renumber('desk');
		await mail.fetch();
		expect(await allCases()).toHaveLength(before + 2);
	});

	test('machines, lists and our own mails get no answer', async () => {
		await send();
		const before = (await allCases()).length;
		const waiting = () => db().query("select 1 from notices where state = 'waiting'");
		await come(letter({ from: 'auto@mail.test', text: 'Olen lomalla', more: 'Auto-Submitted: auto-replied' }));
		await come(letter({ from: 'mailer-daemon@mail.test', text: 'Sorry' }));
		await come(letter({ from: OURS, text: 'Hello' }));
		await come(letter({ from: 'x@mail.test', text: 'Hello', more: `X-Loop: ${OURS}` }));
		expect(await allCases()).toHaveLength(before);
		await come(letter({ from: 'liisa@mail.test', text: 'Hei, tarvitsen apua', more: 'List-Id: <apu.mail.test>' }));
		expect(await allCases()).toHaveLength(before + 1);
		expect(await waiting()).toHaveLength(0);
	});

	test('a program that writes again and again ends in one case and hears three times', async () => {
		const before = (await allCases()).length;
		for (let turn = 0; turn < 8; turn += 1) {
			await come(letter({ from: 'loop@mail.test', text: `Thank you for your mail ${turn}` }));
			await send();
		}
		expect(await allCases()).toHaveLength(before + 3);
		expect(await eventually(() => servers.mailsOf('loop'))).toHaveLength(3);
	});

	test('what cannot be delivered is said on the case, and nothing more is sent there', async () => {
		const before = (await allCases()).map(({ id }) => id);
		await come(letter({ from: 'unknown@mail.test', text: 'Hei, auttakaa, miten kirjaudun?' }));
		await send();
		const fresh = (await allCases()).find(({ id }) => !before.includes(id));
		expect(await noticesOf(db(), fresh?.id ?? '')).toMatchObject([{ state: 'failed', reason: 'refused' }]);
	});

	test('what comes back is said on the case, too, and the next answer is not sent there', async () => {
		const before = (await allCases()).map(({ id }) => id);
		await come(letter({ from: 'gone@mail.test', text: 'Hei, auttakaa, miten kirjaudun?' }));
		await send();
		const { id = '' } = (await allCases()).find((one) => !before.includes(one.id)) ?? {};
		for (let tries = 0; tries < 40 && (await noticesOf(db(), id))[0]?.state !== 'failed'; tries += 1) {
			await pause(100);
			await mail.fetch();
		}
		expect(await noticesOf(db(), id)).toMatchObject([{ state: 'failed', reason: 'returned' }]);
		await answer(id, 'Kirjautukaa pankkitunnuksilla.');
		expect(await noticesOf(db(), id)).toHaveLength(1);
	});

	test('a mailbox that is down loses nothing, and says since when', async () => {
		const before = (await allCases()).length;
		await servers.drop('desk', letter({ from: 'late@mail.test', text: 'Hei, miten?' }));
		await servers.setUp(false);
		await mail.fetch();
		expect(mail.isAway()).toBe(true);
		expect(await mail.standing()).toMatchObject({ trouble: 'unreachable', awaySince: expect.any(Date) });
		await servers.setUp(true);
		await mail.fetch();
		expect(mail.isAway()).toBe(false);
		expect(await allCases()).toHaveLength(before + 1);
	});

	test('a mail of fifty megabytes is told of, and its beginning is read', async () => {
		const before = (await allCases()).map(({ id }) => id);
		await come(huge());
		const fresh = (await allCases()).find(({ id }) => !before.includes(id));
		const [entry] = await entriesOf(fresh?.id);
		expect(entry?.text).toContain('Вот мои фотографии');
		expect(entry?.text).toMatch(/Письмо слишком большое: 5\d(,\d)? МБ/);
	});

	test('an erased case does not come back with its mail', async () => {
		const ids = (await allCases()).map(({ id }) => id);
		await removeCases(db(), ids);
		await pause(1_100);
		await servers.renumber('desk');
		await mail.fetch();
		expect(await allCases()).toHaveLength(0);
	});

	test('what answers a mail of a case past its last day begins another one: nothing is kept longer than was promised', async () => {
		await come(letter({ from: 'vera@mail.test', text: 'Помогите с Kela' }));
		await send();
		const [past] = (await allCases()).slice(-1);
		await db().query(`update cases set expires_on = current_date - 2 where id = $1`, [past?.id]);
		await come(letter({ from: 'vera@mail.test', text: 'Ещё вопрос', answers: idOf(await last('vera')) }));
		expect(await entriesOf(past?.id)).toHaveLength(1);
		const all = await allCases();
		expect(all.at(-1)?.id).not.toBe(past?.id);
		const ids = all.map(({ id }) => id);
		await db().transaction((tx) => removeCases(tx, ids));
	});

	test('an answer that waits while the mail server is down goes once, when it is back', async () => {
		await come(letter({ from: 'olga@mail.test', text: 'Здравствуйте, нужен совет' }));
		const [only] = await allCases();
		const down = openMail({ from: OURS, imap: null, smtp: { ...place(servers.smtpUrl), port: 1 } }, SITE);
		await sendNotices({ email: down.carry });
		expect(await noticesOf(db(), only?.id ?? '')).toMatchObject([{ state: 'waiting' }]);
		await send();
		expect(await servers.mailsOf('olga')).toHaveLength(0);
		const back = turnClock(() => Date.now() + 60_000);
		await send();
		await send();
		back();
		expect(await noticesOf(db(), only?.id ?? '')).toMatchObject([{ state: 'sent' }]);
		expect(await eventually(() => servers.mailsOf('olga'))).toHaveLength(1);
	});
});

const place = (url: string) => mailPlace(url, 'smtp') ?? expect.fail('no place');
const allCases = () =>
	db().query<{ id: string; language: string; deskId: string; waitingSince: Date | null }>(
		'select id, language, desk_id as "deskId", waiting_since as "waitingSince" from cases order by id',
	);

async function entriesOf(id = '') {
	const of = await cases(db()).byId(id);
	return of ? readEntries(db(), of) : [];
}

async function answer(caseId: string, text: string): Promise<void> {
	await db().transaction(async (tx) => {
		const number = await addEntry(tx, caseId, {
			clientId: `answer-${text.length}-${text}`.slice(0, 60),
			kind: 'answer',
			text,
		});
		await noticeOfAnswer(tx, caseId, number);
	});
}
