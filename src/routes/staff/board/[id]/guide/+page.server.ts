import { error } from '@sveltejs/kit';
import { boardQuestion, guideFromAnswer } from '#lib/content/index.server.ts';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { answerTo, commonOf, whoIsOnBoard } from '../../board.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoWrites(event);
	const found = await boardQuestion(event.params.id, actor);
	const number = Number(event.url.searchParams.get('answer'));
	const answer = found?.posts.find((post) => post.number === number && number > 1 && !post.removed) ?? error(404);
	const { text, language, signed } = answer;
	return { ...commonOf(event.locals), id: event.params.id, answer: { number, text, language, signed } };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoWrites(event);
		const typed = fieldsOf(await event.request.formData());
		const note = sayIn(event.locals.lang, ['board'])('board.guide.note');
		const number = event.url.searchParams.get('answer');
		const result = await guideFromAnswer({ ...typed, note, number, id: event.params.id }, actor);
		return answerTo(result, typed, isRefusal(result) ? '' : `/staff/content/${result.item}/${result.lang}`);
	},
};

function whoWrites(event: Pick<RequestEvent, 'locals' | 'url'>): StaffActor {
	const actor = whoIsOnBoard(event);
	if (!may(actor).writeContent()) error(403);
	return actor;
}
