import { error } from '@sveltejs/kit';
import {
	answerBoard,
	boardQuestion,
	catalogue,
	chooseAnswer,
	hidePost,
	markUseful,
	takeBackPost,
} from '#lib/content/index.server.ts';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { answerTo, commonOf, whoIsOnBoard } from '../board.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoIsOnBoard(event);
	const found = (await boardQuestion(event.params.id, actor)) ?? error(404);
	const { lang } = event.locals;
	const { topic, serviceId, ...question } = found.question;
	return {
		...commonOf(event.locals),
		id: question.id,
		guide: question.guide,
		topic: inLanguage(catalogue().topicById.get(topic)?.names, lang),
		service: inLanguage(catalogue().serviceById.get(serviceId ?? '')?.names, lang),
		posts: found.posts.map(({ accountId, questionId, ...post }) => ({
			...post,
			isOwn: accountId === actor.id,
			isAnswer: post.number === question.answerNumber,
		})),
		mayChoose: question.accountId === actor.id || may(actor).tendBoard(),
		mayHide: may(actor).tendBoard(),
		writes: may(actor).writeContent(),
		clientId: newId(),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	answer: (event) => change(event, answerBoard, 'answer'),
	choose: (event) => change(event, chooseAnswer, 'choose'),
	useful: (event) => change(event, markUseful, 'useful'),
	back: (event) => change(event, takeBackPost, 'back'),
	hide: (event) => change(event, hidePost, 'hide'),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<unknown>;

async function change(event: RequestEvent, command: Command, done: string) {
	const actor = whoIsOnBoard(event);
	const typed = fieldsOf(await event.request.formData());
	const result = await command({ ...typed, id: event.params.id }, actor);
	return answerTo(result, typed, `/staff/board/${event.params.id}?done=${done}`);
}
