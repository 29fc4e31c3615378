import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { answerOffer } from '../shifts/take.server.ts';
import { assignments } from '../shifts/store.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { sendProposed, suggestionFor } from './suggestion.server.ts';

onGround();
const offersOf = async (shift: string) => assignments(ground().db).ofShifts([shift]);
const notices = () => ground().db.query(`select about from volunteer_notices where about = 'offered'`);

test('the one who fits is suggested with her reason, and nothing is written until somebody sends it', async () => {
	const coordinator = await buildStaff('coordinator');
	const vera = await buildVolunteer();
	const shift = await buildShift({ languages: ['ru'], signUp: 'approval' });
	const { how, shifts } = await suggestionFor(ground().db, coordinator, 2);
	expect(how).toBe('best');
	const reasons = ['work:chat', 'language:ru', 'never'];
	expect(shifts.find(({ id }) => id === shift.id)).toMatchObject({
		...{ minutes: 180, empty: 0, people: [{ accountId: vera.id, chosenName: vera.chosenName, reasons }] },
	});
	expect(await offersOf(shift.id)).toEqual([]);

	expect(await sendProposed({ shift: shift.id, account: vera.id }, coordinator)).toEqual({ id: shift.id });
	const [offer] = await offersOf(shift.id);
	expect(offer).toMatchObject({ accountId: vera.id, state: 'offered', byWay: 'suggestion' });
	const kept = await ground().db.query('select reason from assignments where id = $1', [offer?.id]);
	expect(kept).toEqual([{ reason: reasons }]);
	expect(await notices()).toHaveLength(1);

	await answerOffer({ assignment: offer?.id, answer: 'decline' }, vera);
	expect(await sendProposed({ shift: shift.id, account: vera.id }, coordinator)).toEqual(refused('over'));
	const again = await suggestionFor(ground().db, coordinator, 2);
	expect(again.shifts.find(({ id }) => id === shift.id)).toMatchObject({
		...{ people: [], empty: 1, against: [{ why: 'answered', count: 1 }] },
	});
});

test('whoever leads elsewhere, or leads nobody, sends nothing and sees nothing of it', async () => {
	const vera = await buildVolunteer();
	const { id } = await buildShift({ work: 'events' });
	for (const stranger of [await buildStaff('coordinator', 'far'), await buildStaff('adviser'), vera]) {
		expect(await sendProposed({ shift: id, account: vera.id }, stranger)).toEqual(refused('missing'));
		expect((await suggestionFor(ground().db, stranger, 2)).shifts).toEqual([]);
	}
	expect(await offersOf(id)).toEqual([]);
});

test('nobody of another organisation is asked, however well she would fit', async () => {
	const coordinator = await buildStaff('coordinator');
	const stranger = await buildVolunteer({ organisationId: 'far' });
	const { id } = await buildShift({ languages: ['fi'] });
	const found = await suggestionFor(ground().db, coordinator, 2);
	expect(found.shifts.flatMap(({ people }) => people).map(({ accountId }) => accountId)).not.toContain(stranger.id);
	expect(await sendProposed({ shift: id, account: stranger.id }, coordinator)).toEqual(refused('over'));
});

test('malformed ids and shifts that are not there are refused', async () => {
	const coordinator = await buildStaff('coordinator');
	const nowhere = '01890000-0000-7000-8000-000000000000';
	expect(await sendProposed({ shift: 'x', account: 'y' }, coordinator)).toMatchObject({ refused: 'malformed' });
	expect(await sendProposed({ shift: nowhere, account: nowhere }, coordinator)).toEqual(refused('missing'));
});
