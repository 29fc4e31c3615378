import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { catalogue, guideNames } from '#lib/content/index.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from '../claim.server.ts';
import { forget } from '../forget.server.ts';
import { readConversation } from '../read.server.ts';
import { answerAsHelper, sendAsVisitor } from '../speak.server.ts';
import { buildConversation, buildHelper, fresh } from '../testing.ts';
import { cardInWords, packCard, type SentCard, unpackCard } from './card.ts';
import { cardFor } from './cards.server.ts';

onGround();
let ahead = 0;
afterAll(turnClock(() => Date.now() + ahead));

/** Some step of the starter content that shows a control. */
function someStep(): { guide: string; step: string } {
	for (const { id, steps } of guideNames(catalogue(), 'ru')) {
		const found = steps.find((step) => cardFor({ kind: 'step', id, step: step.id }, 'ru')?.control);
		if (found) return { guide: id, step: found.id };
	}
	throw new Error('no guide shows a control');
}

test('a step goes in the visitor’s language with its Finnish control and the address of its own', () => {
	const { guide, step } = someStep();
	const [ru, fi] = ['ru', 'fi'].map((lang) => cardFor({ kind: 'step', id: guide, step }, lang));
	expect(ru?.href).toBe(`/ru/guides/${guide}#${step}`);
	expect(fi?.href).toBe(`/fi/guides/${guide}#${step}`);
	expect(ru?.control?.fi).toBe(fi?.control?.fi);
	expect(ru?.text).toMatch(/[а-яё]/i);
	expect(`${ru?.title}${ru?.text}`).not.toContain('[[');
});

test('a service and a guide go by name; what is not there goes not at all', () => {
	expect(cardFor({ kind: 'service', id: 'kela-omakela' }, 'fi')).toMatchObject({ href: '/fi/services/kela-omakela' });
	const { guide } = someStep();
	expect(cardFor({ kind: 'guide', id: guide }, 'en')).toMatchObject({ kind: 'guide', href: `/en/guides/${guide}` });
	for (const ref of [
		{ kind: 'service' as const, id: 'no-such' },
		{ kind: 'guide' as const, id: 'no-such' },
		{ kind: 'step' as const, id: guide, step: 'no-such' },
	]) {
		expect(cardFor(ref, 'ru')).toBeNull();
	}
});

test('what was packed is unpacked as it was, and told in words where there are only letters', () => {
	const card: SentCard = {
		...{ kind: 'step', title: 'Вход', text: 'Нажмите', number: 2, href: '/ru/guides/a#b' },
		control: { fi: 'Lähetä', reading: 'ля́хетя', meaning: 'отправить' },
	};
	expect(unpackCard(packCard(card))).toEqual(card);
	expect(cardInWords(card, 'https://silta.example')).toBe(
		'Вход\nНажмите\nLähetä · ля́хетя · отправить\nhttps://silta.example/ru/guides/a#b',
	);
});

async function held() {
	const conversation = await buildConversation();
	const helper = await buildHelper();
	await claimConversation({ id: conversation.id }, helper);
	const send = (card: object, clientId = newId()) => answerAsHelper({ id: conversation.id, clientId, card }, helper);
	return { ...conversation, helper, send };
}

test('a card is a step of the conversation like a text: once, in the conversation’s language, and it moves with it', async () => {
	const { id, expiresOn, send } = await held();
	const { guide, step } = someStep();
	const clientId = newId();
	await send({ kind: 'step', id: guide, step }, clientId);
	await send({ kind: 'step', id: guide, step }, clientId);
	const cardsOf = async () => (await readConversation(await fresh(id))).flatMap((m) => m.card ?? []);
	expect(await cardsOf()).toEqual([cardFor({ kind: 'step', id: guide, step }, 'ru')]);
	ahead += 2 * 86_400_000;
	await sendAsVisitor(id, { clientId: newId(), text: 'спасибо' });
	await forget({ id, expiresOn });
	expect(await cardsOf()).toHaveLength(1);
});

test('nobody sends a card of her own making, nor one that is not there', async () => {
	const { id, send, helper } = await held();
	expect(await send({ kind: 'guide', id: 'no-such' })).toMatchObject({ refused: 'malformed' });
	expect(await send({ kind: 'guide', id: '../x', href: 'https://evil.example' })).toMatchObject({
		refused: 'malformed',
	});
	expect(await answerAsHelper({ id, clientId: newId(), text: ' ' }, helper)).toMatchObject({
		fields: { text: 'empty' },
	});
	expect((await readConversation(await fresh(id))).some((m) => m.card)).toBe(false);
});
