import { boardQuestions, catalogue } from '#lib/content/index.server.ts';
import { SHOWN_AS } from '#lib/content/index.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { PageServerLoad } from './$types';
import { commonOf, whoIsOnBoard } from './board.server.ts';

const LAST_PAGE = 1_000;
const LONGEST_EXCERPT = 160;

export const load: PageServerLoad = async (event) => {
	const actor = whoIsOnBoard(event);
	const asked = askedIn(event.url.searchParams);
	const { questions, hasMore } = await boardQuestions(asked, actor);
	const { lang } = event.locals;
	return {
		...{ ...commonOf(event.locals), asked, hasMore },
		questions: questions.map(({ id, topic, serviceId, language, text, signed, answers, ...one }) => ({
			...{ id, language, signed, answers, text: excerptOf(text) },
			topic: inLanguage(catalogue().topicById.get(topic)?.names, lang),
			service: inLanguage(catalogue().serviceById.get(serviceId ?? '')?.names, lang),
			isAnswered: one.answerNumber !== null,
			lastWordOn: one.lastWordOn,
		})),
	};
};

function askedIn(asked: URLSearchParams) {
	return {
		as: SHOWN_AS.find((one) => one === asked.get('as')) ?? 'all',
		topic: (asked.get('topic') ?? '').slice(0, 80),
		words: (asked.get('words') ?? '').slice(0, 200),
		page: Math.min(Math.max(Math.trunc(Number(asked.get('page'))) || 1, 1), LAST_PAGE),
	};
}

function excerptOf(text: string): string {
	const line = text.replace(/\s+/g, ' ');
	return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT).trimEnd().toWellFormed()} …` : line;
}
