import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { catalogue } from '../catalogue.server.ts';
import { alreadyHidden, choice, clientId, id, lang, words } from './input.ts';
import { board } from './store.server.ts';

const said = { clientId, language: lang, text: words, alreadyHidden };

/**
 * Brings a question to the board. Refused with `secrets` when the text holds a number that must not be stored: the page
 * then shows the text as it would be kept. Sent again it is the same question (P03).
 */
export const askBoard = command({
	input: v.object({ ...said, topic: v.string('topic'), serviceId: choice }),
	load: async (_, at: Within<StaffActor>) => at.actor,
	allow: (_, { actor }, given) => may(actor).useBoard() && (wrongSubject(given) ?? secretsIn(given.text) ?? true),
	async run(actor, { tx, audit }, { topic, serviceId, ...given }) {
		const made = { id: newId(), accountId: actor.id, clientId: given.clientId };
		const isNew = await board(tx).add({ ...made, topic, serviceId, language: given.language });
		const earlier = isNew ? null : await board(tx).ofClient(given.clientId);
		if (!isNew) return earlier?.accountId === actor.id ? earlier : refused('other-question');
		await board(tx).addPost(postOf(actor, made.id, 1, given));
		await audit({ action: 'ask', subject: 'board', subjectId: made.id });
		return made;
	},
	present: ({ id }) => ({ id }),
});

/** Answers a question of the board. Refused as asking is. */
export const answerBoard = command({
	input: v.object({ ...said, id }),
	load: ({ id }, { tx }: Within<StaffActor>) => board(tx).locked(id),
	allow: (_, { actor }, { text }) => may(actor).useBoard() && (secretsIn(text) ?? true),
	async run(question, { tx, actor, audit }, given) {
		const earlier = await board(tx).numberOf(question.id, given.clientId);
		if (earlier !== null) return { id: question.id, number: earlier };
		const number = question.lastNumber + 1;
		await board(tx).addPost(postOf(actor, question.id, number, given));
		await audit({ action: 'answer', subject: 'board', subjectId: question.id });
		return { id: question.id, number };
	},
	present: (answered) => answered,
});

type Given = { clientId: string; language: string; text: string; alreadyHidden: string[] };

function postOf(actor: StaffActor, questionId: string, number: number, given: Given) {
	const { clientId, language, text, alreadyHidden: hidden } = given;
	return { questionId, number, accountId: actor.id, signed: actor.chosenName, clientId, language, text, hidden };
}

function wrongSubject({ topic, serviceId }: { topic: string; serviceId: string | null }): Refusal | null {
	const { topicById, serviceById } = catalogue();
	if (!topicById.has(topic)) return refused('malformed', { topic: 'topic' });
	return serviceId === null || serviceById.has(serviceId) ? null : refused('malformed', { serviceId: 'service' });
}

function secretsIn(text: string): Refusal | null {
	return mask(text).spans.length > 0 ? refused('secrets') : null;
}
