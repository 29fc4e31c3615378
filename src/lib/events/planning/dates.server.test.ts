import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { Role } from '#lib/identity/index.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { askForAgreement, stepInAgreement } from '#lib/network/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { staffOf } from '../../network/testing.ts';
import type { Occurrence } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { registrations } from '../registration/store.server.ts';
import { openWho } from '../registration/words.server.ts';
import { series } from '../series/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { cancelDate, cancelRest, changeDate, replaceDate, restoreDate } from './dates.server.ts';
import { sheetOfDate } from './oneDate.ts';
import { dateSeen } from './look.server.ts';
import { comes, somebody } from './testing.ts';

onGround();
const back = turnClock(() => instantAt('2026-01-10', '10:00').getTime());
beforeAll(async () => {
	await buildOrganisers();
	await ground().db.query(`insert into service_points (id, position, card)
		values ('library', 1, '{"id":"library"}'), ('hall', 2, '{"id":"hall"}')`);
});
afterAll(back);

const coordinator = somebody('coordinator');
const reason = { 'reason-ru': 'Зал закрыт', 'reason-fi': 'Sali on kiinni' };

async function club(
	wanted: Parameters<typeof planned>[0] = {},
): Promise<{ id: string; first: Occurrence; second: Occurrence }> {
	const { of, dates } = await planned({ placeId: 'library', ...wanted });
	const [first, second] = dates;
	if (!first || !second) throw new Error('there are dates');
	return { id: of.id, first, second };
}

const as = (row: Occurrence, typed: Record<string, string> = {}) => ({
	...{ id: row.id, sequence: row.sequence, sheet: { ...sheetOfDate(row), ...typed } },
});

const told = (of: Pick<Occurrence, 'id'>) =>
	ground().db.query<{ about: string; kind: string; was: unknown; key: string }>(
		`select n.about, n.kind, n.was, n.key from event_notices n join registrations r on r.id = n.registration_id
		where r.occurrence_id = $1 order by n.kind, n.made_at`,
		[of.id],
	);

const rowOf = async ({ id }: Pick<Occurrence, 'id'>): Promise<Occurrence> => {
	const row = await occurrences(ground().db).byId(id);
	if (!row) throw new Error('it is there');
	return row;
};

test('fourteen people are told that their date moves, the one with only a phone by a call, and their words go with it', async () => {
	const { first } = await club({ capacity: 20 });
	for (let count = 0; count < 13; count++) await comes(first);
	const byPhone = await comes(first, { reachedBy: 'phone' });
	expect(await changeDate(as(first, { day: '2026-01-15', starts: '14:30' }), coordinator)).toEqual({ id: first.id });
	const words = await told(first);
	expect(words.map(({ kind }) => kind)).toEqual(['call', ...Array(13).fill('sms')]);
	expect(words[0]).toMatchObject({ about: 'moved', was: { day: '2026-01-13', starts: '12:00', placeId: 'library' } });
	const row = await rowOf(first);
	expect(row).toMatchObject({ day: '2026-01-15', originalDay: '2026-01-13', sequence: 1, detached: true });
	expect(row.planned.day).toBe('2026-01-13');
	const after = await registrations(ground().db).byId(byPhone.id);
	expect(after?.eraseOn).toBe('2026-02-14');
	expect(after && (await openWho(after))).toEqual({ name: 'Нина', contact: '+358401234567' });
	expect(await openWho(byPhone)).not.toBeNull();
	expect(await ground().db.query("select key from jobs where kind = 'forget-registration'")).toHaveLength(14);
});

test('a date that goes on the net is told as such, other seats and words are told to nobody', async () => {
	const { first, second } = await club();
	await comes(first);
	await comes(second);
	const online = { mode: 'online', link: 'https://meet.example.fi/a' };
	expect(await changeDate(as(first, online), coordinator)).toMatchObject({ fields: { cause: 'needed' } });
	await changeDate(as(first, { ...online, cause: 'epidemic' }), coordinator);
	expect((await told(first)).map(({ about }) => about)).toEqual(['mode-changed']);
	expect(await rowOf(first)).toMatchObject({
		mode: 'online',
		placeId: null,
		cause: 'epidemic',
		planned: { mode: 'on-site' },
	});
	await changeDate(as(second, { capacity: '12', 'notice-fi': 'Ovi pihan puolella' }), coordinator);
	expect(await told(second)).toEqual([]);
	expect((await rowOf(second)).notice).toEqual({ fi: 'Ovi pihan puolella' });
});

test('a date goes to a place that was refused only when she means it', async () => {
	const asking = { clientId: newId(), organisationId: 'near', partnerId: 'far', placeId: 'hall', kind: 'counselling' };
	const steps = { on: '2026-01-02', from: '', to: '', language: 'fi', reason: '' };
	const boss = await staffOf('coordinator');
	const asked = await askForAgreement({ ...asking, ...steps }, boss);
	if (isRefusal(asked)) throw new Error(JSON.stringify(asked));
	await stepInAgreement({ id: asked.id, state: 'refused', cause: 'no-room', seen: '1', ...steps }, boss);
	const { first } = await club();
	const there = { placeId: 'hall' };
	expect(await changeDate(as(first, there), coordinator)).toMatchObject({ fields: { despite: 'refused' } });
	expect((await rowOf(first)).placeId).toBe('library');
	expect(await changeDate(as(first, { ...there, despite: 'on' }), coordinator)).toEqual({ id: first.id });
	expect(await changeDate(as(await rowOf(first), { starts: '13:00' }), coordinator)).toEqual({ id: first.id });
});

test('of two who save at once the second is told', async () => {
	const { first } = await club();
	const answers = await Promise.all([
		changeDate(as(first, { starts: '13:00' }), coordinator),
		changeDate(as(first, { starts: '15:00' }), coordinator),
	]);
	expect(answers).toContainEqual(expect.objectContaining({ refused: 'changed-meanwhile' }));
	expect(answers).toContainEqual({ id: first.id });
});

test('a cancelled date stays, everybody is told once, and nobody has a seat there', async () => {
	const { first } = await club();
	const one = await comes(first);
	await comes(first, { state: 'waiting', reachedBy: 'email' });
	await comes(first, { state: 'cancelled' });
	await cancelDate({ ...as(first, reason), cause: 'venue-refused' }, coordinator);
	expect((await told(first)).map(({ about, kind }) => [about, kind])).toEqual([
		['cancelled', 'email'],
		['cancelled', 'sms'],
	]);
	expect(await rowOf(first)).toMatchObject({
		state: 'cancelled',
		cause: 'venue-refused',
		reason: { fi: 'Sali on kiinni' },
	});
	expect((await registrations(ground().db).byId(one.id))?.state).toBe('cancelled');
	expect(await cancelDate({ ...as(await rowOf(first)), cause: 'staff' }, coordinator)).toMatchObject({
		refused: 'ended',
	});
});

test('people go over to the date that replaces theirs, as far as there are seats, and each is told once', async () => {
	const { first, second } = await club({ capacity: 3, walkIn: 0 });
	const [a, b] = [await comes(first), await comes(first, { seats: 2 })];
	const there = await comes(second, { ticket: a.ticket });
	const asked = { ...as(first, reason), cause: 'epidemic', by: second.id, along: 'along' } as const;
	expect(await replaceDate(asked, coordinator)).toEqual({ id: first.id });
	const line = await registrations(ground().db).ofOccurrence(second.id);
	expect(line.map(({ id, state }) => [id, state])).toEqual([
		[there.id, 'confirmed'],
		[a.id, 'confirmed'],
		[b.id, 'waiting'],
	]);
	expect(new Set(line.map(({ ticket }) => ticket)).size).toBe(3);
	expect(line.every(({ eraseOn }) => eraseOn === '2026-02-19')).toBe(true);
	expect((await told(second)).map(({ about }) => about)).toEqual(['replaced', 'replaced']);
	expect(await rowOf(first)).toMatchObject({
		state: 'replaced',
		replacedBy: second.id,
		planned: { day: '2026-01-13' },
	});
});

test('a date may be replaced by a line of the plan; then people are told, and their seats are over', async () => {
	const { first } = await club();
	const one = await comes(first);
	await replaceDate({ ...as(first), cause: 'venue-refused', by: 'line/kysymys-piste', along: 'along' }, coordinator);
	expect((await rowOf(first)).replacedByLine).toBe('kysymys-piste');
	expect((await told(first)).map(({ about }) => about)).toEqual(['replaced']);
	expect((await registrations(ground().db).byId(one.id))?.state).toBe('cancelled');
});

test('two dates that are replaced by each other at once do not wait for each other: one is, and the other is told', async () => {
	const { first, second } = await club();
	const replaced = (row: Occurrence, by: string) =>
		replaceDate({ ...as(row, reason), cause: 'other', by, along: 'along' }, coordinator);
	const answers = await Promise.all([replaced(first, second.id), replaced(second, first.id)]);
	expect(answers.filter((one) => 'refused' in one)).toMatchObject([{ fields: { by: 'needed' } }]);
});

test('no date replaces itself, and none of another organisation is reached', async () => {
	const { first } = await club();
	const { first: far } = await club({ organisationId: 'far' });
	const by = (id: string) => replaceDate({ ...as(first), cause: 'other', by: id, along: 'leave' }, coordinator);
	expect(await by(first.id)).toMatchObject({ fields: { by: 'needed' } });
	expect(await by(far.id)).toMatchObject({ fields: { by: 'needed' } });
});

test('no id that is none, no free words in the place of a line, no day that is in no calendar; what must not be stored is hidden', async () => {
	const { id, first } = await club();
	const by = (line: string) => replaceDate({ ...as(first), cause: 'other', by: line, along: 'leave' }, coordinator);
	for (const text of ['-'.repeat(36), 'x', first.id.slice(1)]) {
		expect(await dateSeen(ground().db, coordinator, text)).toBeNull();
	}
	for (const line of ['line/', 'line/Maija is ill', 'line/\0']) {
		expect(await by(line)).toMatchObject({ fields: { by: 'needed' } });
	}
	for (const from of ['2026-02-30', '2026-13-01', '9999-99-99', 'x']) {
		const asked = { id, revision: 1, from, cause: 'other', sheet: {} };
		expect(await cancelRest(asked, coordinator)).toMatchObject({ refused: 'malformed' });
	}
	const said = { 'reason-fi': 'Ohjaaja 010190-987H on poissa' };
	expect(await cancelDate({ ...as(first, said), cause: 'staff' }, coordinator)).toEqual({ id: first.id });
	expect(JSON.stringify((await rowOf(first)).reason)).toMatch(/Ohjaaja .+ on poissa/);
	expect(JSON.stringify((await rowOf(first)).reason)).not.toContain('987H');
});

test('the rest of a series is cancelled: what was before stays, and no new date comes', async () => {
	const { id, first, second } = await club();
	await comes(second);
	const of = await series(ground().db).byId(id);
	const asked = { id, revision: of?.revision ?? 0, from: second.day, cause: 'partner-moved', sheet: reason } as const;
	expect(await cancelRest(asked, coordinator)).toEqual({ id });
	const dates = await occurrences(ground().db).ofSeries(id);
	expect(dates[0]?.state).toBe('planned');
	expect(dates.slice(1).every(({ state }) => state === 'cancelled')).toBe(true);
	expect(await series(ground().db).byId(id)).toMatchObject({ state: 'ended', until: '2026-01-19' });
	expect(await told(second)).toHaveLength(1);
	expect(await told(first)).toEqual([]);
});

test('what was cancelled by mistake comes back on the same day, unless somebody was told', async () => {
	const { first, second } = await club();
	await comes(second);
	for (const row of [first, second]) await cancelDate({ ...as(row), cause: 'other' }, coordinator);
	expect(await restoreDate({ id: first.id, sequence: 1 }, coordinator)).toEqual({ id: first.id });
	expect(await rowOf(first)).toMatchObject({ state: 'planned', cause: null, sequence: 2 });
	expect(await restoreDate({ id: second.id, sequence: 1 }, coordinator)).toMatchObject({ refused: 'told' });
});

const MAY: readonly Role[] = ['adviser', 'coordinator'];
const ALL: readonly Role[] = ['volunteer', 'adviser', 'coordinator', 'clerk', 'regional', 'editor', 'funder', 'admin'];

test.each(ALL)(
	'what a %s may do with a date is what the table says, and nothing in another organisation',
	async (role) => {
		const { id, first } = await club();
		const each = (who: ReturnType<typeof somebody>) => [
			changeDate(as(first, { starts: 'x' }), who),
			cancelDate({ ...as(first), sequence: 99, cause: 'other' }, who),
			replaceDate({ ...as(first), sequence: 99, cause: 'other', by: 'x', along: 'leave' }, who),
			restoreDate({ id: first.id, sequence: 99 }, who),
			cancelRest({ id, revision: 99, from: '2026-02-01', cause: 'other', sheet: {} }, who),
		];
		const refusals = async (who: ReturnType<typeof somebody>) =>
			(await Promise.all(each(who))).map((one) => ('refused' in one ? one.refused : 'done'));
		const seen = ['malformed', 'changed-meanwhile', 'changed-meanwhile', 'changed-meanwhile', 'changed-meanwhile'];
		expect(await refusals(somebody(role))).toEqual(MAY.includes(role) ? seen : Array(5).fill('missing'));
		expect(await refusals(somebody(role, 'far'))).toEqual(Array(5).fill('missing'));
	},
);
