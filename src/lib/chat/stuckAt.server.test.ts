import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { catalogue, guideNames } from '#lib/content/index.server.ts';
import { countFacts } from '#lib/ledger/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { claimConversation } from './claim.server.ts';
import { closeConversation, mendClosing } from './close.server.ts';
import { buildConversation, buildHelper } from './testing.ts';

const at = onGround();
const codes = { topic: 'benefits', serviceId: null, outcome: 'referred', minutes: 5 };
const figures = (outcome = 'referred') =>
	countFacts(at.ground.db, { unit: 'contact', by: ['stuckAt', 'guideMissing'], where: { outcome } });

function someStep(): string {
	const [guide] = guideNames(catalogue(), 'ru').filter(({ steps }) => steps.length > 0);
	return `${guide?.id}#${guide?.steps[0]?.id}`;
}

async function held() {
	const [{ id }, helper] = [await buildConversation(), await buildHelper()];
	await claimConversation({ id }, helper);
	return { id, helper };
}

test('where she was stuck, where she was sent and that there is no guide go into the fact', async () => {
	const { id, helper } = await held();
	const stuckAt = someStep();
	const more = { stuckAt, referredTo: 'bank', guideMissing: true };
	expect(await closeConversation({ id, ...codes, ...more }, helper)).toHaveProperty('closingId');
	expect(await figures()).toMatchObject([{ key: { stuckAt, guideMissing: 'true' }, quantity: 1 }]);
	expect(await at.ground.db.query('select referred_to from facts')).toEqual([{ referred_to: 'bank' }]);
});

test('a step that no guide has, and a place to go that is no code, are refused at their field', async () => {
	const { id, helper } = await held();
	const [guide] = someStep().split('#');
	for (const stuckAt of [`${guide}#no-such`, 'no-such#step', guide, 'a#b#c', '#']) {
		expect(await closeConversation({ id, ...codes, stuckAt }, helper)).toMatchObject({
			refused: 'malformed',
			fields: { stuckAt: 'stuckAt' },
		});
	}
	expect(await closeConversation({ id, ...codes, referredTo: 'police' }, helper)).toMatchObject({
		refused: 'malformed',
	});
});

test('mended, the wrong step counts nothing any more; a form sends an empty field and a ticked box', async () => {
	const { id, helper } = await held();
	const stuckAt = someStep();
	const solved = { ...codes, outcome: 'solved-together' };
	const closed = await closeConversation({ id, ...solved, stuckAt }, helper);
	if (isRefusal(closed)) throw new Error(closed.refused);
	const form = { ...solved, minutes: '7', stuckAt: '', referredTo: '', guideMissing: 'on' };
	expect(await mendClosing({ closingId: closed.closingId, ...form }, helper)).toHaveProperty('closingId');
	expect(await figures('solved-together')).toEqual([
		{ key: { stuckAt: null, guideMissing: 'true' }, unit: 'contact', quantity: 1, minutes: 7 },
	]);
});
