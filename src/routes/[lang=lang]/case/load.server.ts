import type { Cookies } from '@sveltejs/kit';
import { groupedCode } from '#lib/cases/index.ts';
import { callbacksOfCase, type CaseRow, noticesOf, readAddresses, visitorCase } from '#lib/cases/index.server.ts';
import { conversationsOfCase, goesOnIn, LONGEST_TEXT } from '#lib/chat/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { carriedCode } from '../chat/code.server.ts';
import { goOnFrom } from '../chat/load.server.ts';
import { waysToTell } from '../../ways.server.ts';
import { shownConversation, shownStory } from './shown.server.ts';

/** What the page of a case shows: the case, the form for its code, or that nothing can be read now. */
export async function loadCase(cookies: Cookies, url: URL, lang: string) {
	const secure = url.protocol === 'https:';
	const blank = {
		words: wordsOf(lang, ['site', 'chat', 'case', 'callback']),
		key: newId(),
		goOn: goOnFrom(lang),
		address: `${url.host}/${lang}/case`,
		longest: LONGEST_TEXT,
		/** She came by a code from a paper, and has a new one. */
		byPaper: url.searchParams.has('paper'),
		takenBack: url.searchParams.has('taken-back'),
		given: url.searchParams.has('given'),
		ways: waysToTell(),
		down: false,
	};
	try {
		const of = await visitorCase(visitorTokenOf(cookies, secure));
		const code = of && (await carriedCode(cookies, secure));
		return { ...blank, code: code && groupedCode(code), hers: of && (await shown(of, lang)) };
	} catch (error) {
		if (!(error instanceof Away)) throw error;
		return { ...blank, down: true, code: null, hers: null };
	}
}

/** Calls that still concern her; the others are contacts, or she took them back herself. */
const TOLD = ['waiting', 'taken', 'given-up'];

async function shown(of: CaseRow, lang: string) {
	const { db } = ground();
	const conversations = await conversationsOfCase(of.id);
	const conversation = conversations.at(-1) ?? null;
	return {
		...{ expiresOn: of.expiresOn, wordsUntil: of.wordsUntil, waiting: of.waitingSince !== null },
		steps: await shownStory(db, of, lang),
		callbacks: (await callbacksOfCase(db, of)).filter(({ state }) => TOLD.includes(state)),
		addresses: await readAddresses(db, of),
		notices: await noticesOf(db, of.id),
		conversation: conversation && shownConversation(conversation, lang),
		hasOlder: conversations.length > 1,
		goesOn: goesOnIn(of, conversation),
		blocked: conversation !== null && conversation.blockedAt !== null,
	};
}
