import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { deleteOldSmsIds, receiveSms, type SmsReader } from '#lib/platform/sms/receive.server.ts';
import { fakeGateway } from '#lib/platform/sms/testing.ts';
import { makeDesk } from '#lib/network/index.server.ts';
import { addEntry, readEntries } from '../entries/entries.server.ts';
import { noticeOfAnswer, noticesOf } from '../notices/notices.server.ts';
import { sendNotices } from '../notices/send.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { smsCarrier } from './carry.server.ts';
import { readSms } from './read.server.ts';

const at = onGround();
const HERS = '+358401234567';
let fake: Awaited<ReturnType<typeof fakeGateway>>;
let later = 0;
const back = turnClock(() => Date.now() + later);

beforeAll(async () => {
	fake = await fakeGateway();
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('home', 'association', '{}')`);
	const desk = {
		id: 'home',
		organisationId: 'home',
		names: {},
		zone: 'Europe/Helsinki',
		projectId: null,
		planLine: null,
	};
	await makeDesk(at.ground.db, desk);
});
afterEach(async () => {
	await at.ground.db.query('delete from cases');
	fake.got.clear();
	fake.told.length = 0;
	fake.is('well');
	later += 86_400_000;
});
afterAll(async () => {
	back();
	await fake.close();
});

const arrives = (
	text: string,
	{ from = HERS, id = newId() as string | number } = {},
	readers: SmsReader[] = [readSms],
) => receiveSms({ id, from, text }, readers);
const send = () => sendNotices({ sms: smsCarrier(fake.gateway) });
const texts = (): string[] => [...fake.got.values()].map(({ text }) => text);

async function everyCase(): Promise<CaseRow[]> {
	const rows = await at.ground.db.query<{ id: string }>('select id from cases order by opened_at');
	const found = await Promise.all(rows.map(({ id }) => cases(at.ground.db).byId(id)));
	return found.filter((one) => one !== null);
}

async function onlyCase(): Promise<CaseRow> {
	const [only, ...others] = await everyCase();
	if (!only || others.length > 0) throw new Error(`there are ${others.length + Number(!!only)} cases`);
	return only;
}

async function answer(text: string): Promise<void> {
	const { id } = await onlyCase();
	await at.ground.db.transaction(async (tx) => {
		const number = await addEntry(tx, id, { clientId: newId(), kind: 'answer', text });
		await noticeOfAnswer(tx, id, number);
	});
}

const written = async (): Promise<(string | null)[]> =>
	(await readEntries(at.ground.db, await onlyCase())).map(({ text }) => text);

test('the first text message begins a case, she is told how to go on, and the next one is in the same case', async () => {
	await arrives('Не могу войти в OmaKela');
	await arrives('Это срочно', { from: '040 123 4567' });
	expect(await written()).toEqual(['Не могу войти в OmaKela', 'Это срочно']);
	expect(await onlyCase()).toMatchObject({ language: 'ru', waitingSince: expect.any(Date) });
	await send();
	expect(texts()).toEqual([expect.stringContaining('пришлите 1')]);
	expect(texts().join()).not.toMatch(/https?:|\d{4}/);
	const stored = JSON.stringify(await at.ground.db.query('select * from addresses, notices, sms_received'));
	expect(stored).not.toContain('1234567');
});

test('what the gateway brings twice, also at once, is taken once; parts of one message make one case', async () => {
	const id = 'gateway-77';
	const brought = await Promise.all([arrives('Вопрос', { id }), arrives('Вопрос', { id }), arrives('Вопрос', { id })]);
	expect(brought.filter((one) => 'isNew' in one && one.isNew)).toHaveLength(1);
	await Promise.all([arrives('часть первая'), arrives('часть вторая')]);
	expect(await written()).toHaveLength(3);
	await arrives('Другой человек', { from: '+358507654321', id: 12 });
	expect(await everyCase()).toHaveLength(2);
});

test('an answer goes as word of it; its text only to whoever asked, then and from then on', async () => {
	await arrives('Как записаться к врачу');
	await answer('Позвоните в поликлинику утром');
	await send();
	expect(texts().join()).not.toContain('поликлинику');
	await arrives('1');
	await send();
	expect(texts().at(-1)).toBe('Позвоните в поликлинику утром');
	await answer('Или напишите через Maisa');
	await send();
	expect(texts().at(-1)).toBe('Или напишите через Maisa');
	expect(texts()).toHaveLength(4);
	expect(await written()).not.toContain('1');
});

test('a zero takes her number out; nothing more is sent, and what she writes later is a new case', async () => {
	await arrives('Вопрос');
	await answer('Ответ');
	await arrives('0');
	await send();
	expect(fake.told).toEqual([]);
	expect((await noticesOf(at.ground.db, (await onlyCase()).id)).map(({ reason }) => reason)).toEqual(
		new Array(2).fill('no-address'),
	);
	await arrives('Снова я');
	expect(await everyCase()).toHaveLength(2);
	expect(await arrives('0', { from: '+358507654321' })).toEqual({ isNew: true });
	expect(await everyCase()).toHaveLength(2);
});

test('a gateway that is down for a day, then loses its answers, loses nothing and doubles nothing', async () => {
	for (const last of [1, 2, 3, 4, 5]) await arrives('Вопрос', { from: `+35840123456${last}` });
	const moods = ['broken', 500, 429, 'silent-after', 'broken', 'silent-after'] as const;
	for (let hour = 0; hour < 24; hour += 1) {
		fake.is(moods[hour % moods.length] ?? 'broken');
		for (let minute = 0; minute < 6; minute += 1) {
			later += 600_000;
			await send();
		}
	}
	fake.is('well');
	for (let minute = 0; minute < 6; minute += 1) {
		later += 600_000;
		await send();
	}
	expect([...fake.got.values()].map(({ to }) => to).sort()).toEqual(
		[1, 2, 3, 4, 5].map((last) => `+35840123456${last}`),
	);
	expect(fake.told.length).toBeGreaterThan(fake.got.size);
	const states = await at.ground.db.query('select distinct state from notices');
	expect(states).toEqual([{ state: 'sent' }]);
});

test('a number that the gateway refuses is told once, and the case shows it', async () => {
	await arrives('Вопрос');
	fake.is(422);
	await send();
	await send();
	expect(fake.told).toHaveLength(1);
	expect(await noticesOf(at.ground.db, (await onlyCase()).id)).toMatchObject([{ state: 'failed', reason: 'refused' }]);
});

test('whoever is in front is asked first; advertisements and nonsense make no case', async () => {
	const seen: string[] = [];
	const other: SmsReader = async (_tx, { text }) => text === 'отмена' && seen.push(text) > 0;
	await arrives('отмена', {}, [other, readSms]);
	await arrives('Купите', { from: 'KAUPPA' });
	expect(seen).toEqual(['отмена']);
	expect(await receiveSms({ id: '', from: HERS, text: 'x' }, [readSms])).toMatchObject({ refused: 'malformed' });
	expect(await receiveSms({ id: '1', from: HERS }, [readSms])).toMatchObject({ fields: { text: expect.any(String) } });
	await arrives('  ');
	expect(await everyCase()).toEqual([]);
});

test('ids of what came are forgotten after a month', async () => {
	await arrives('Вопрос', { id: 'old' });
	later += 31 * 86_400_000;
	await deleteOldSmsIds(at.ground.db);
	expect(await at.ground.db.query('select id from sms_received')).toEqual([]);
});
