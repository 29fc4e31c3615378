import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation, releaseConversation } from './claim.server.ts';
import { readConversation } from './read.server.ts';
import { answerAsHelper, sendAsVisitor } from './speak.server.ts';
import { buildConversation, buildHelper, fresh } from './testing.ts';

onGround();
const textsOf = async (id: string) => (await readConversation(await fresh(id))).flatMap((m) => m.text ?? []);

/** A conversation that a volunteer holds; steps 1 (hers) and 2 (claimed) are there. */
async function held() {
	const { id } = await buildConversation('Помогите');
	const [holder, adviser] = [await buildHelper('test-association', 'volunteer'), await buildHelper()];
	await claimConversation({ id }, holder);
	const answer = (who: typeof holder, text: string, after?: number, clientId = newId()) =>
		answerAsHelper({ id, clientId, text, ...(after === undefined ? {} : { after }) }, who);
	return { id, holder, adviser, answer };
}

test('who answers beside a colleague, after the colleague has answered, is asked first; what she wrote is not stored', async () => {
	const { id, holder, adviser, answer } = await held();
	expect(await answer(holder, 'первый ответ', 2)).toMatchObject({ seq: 3 });
	expect(await answer(adviser, 'второй ответ', 2)).toMatchObject({ refused: 'answered-meanwhile' });
	expect(await textsOf(id)).toEqual(['Помогите', 'первый ответ']);
	expect(await answer(adviser, 'второй ответ', 3)).toMatchObject({ seq: 4 });
});

test('of two who answer in the same moment one is asked', async () => {
	const { holder, adviser, answer } = await held();
	const outcomes = await Promise.all([answer(holder, 'один', 2), answer(adviser, 'два', 2)]);
	expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'answered-meanwhile' }]);
});

test('her own messages, and what the visitor wrote meanwhile, ask nothing', async () => {
	const { id, holder, answer } = await held();
	await answer(holder, 'один', 2);
	await sendAsVisitor(id, { clientId: newId(), text: 'спасибо' });
	expect(await answer(holder, 'два', 2)).toMatchObject({ seq: 5 });
});

test('a message sent again because its answer was lost is not asked about, though she lost the conversation since', async () => {
	const { id, holder, adviser, answer } = await held();
	const clientId = newId();
	await answer(holder, 'один', 2, clientId);
	await answer(adviser, 'два', 3);
	expect(await answer(holder, 'один', 2, clientId)).toMatchObject({ seq: 3, text: 'один' });
	await releaseConversation({ id }, holder);
	expect(await answer(holder, 'один', 2, clientId)).toMatchObject({ seq: 3, text: 'один' });
	expect(await textsOf(id)).toEqual(['Помогите', 'один', 'два']);
});

test('a volunteer answers beside nobody, and nobody answers in what waits', async () => {
	const { id, holder, adviser, answer } = await held();
	const other = await buildHelper('test-association', 'volunteer');
	expect(await answer(other, 'я тоже')).toMatchObject({ refused: 'not-held' });
	await releaseConversation({ id }, holder);
	expect(await answer(adviser, 'и я')).toMatchObject({ refused: 'not-held' });
});
