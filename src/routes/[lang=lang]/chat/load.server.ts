import type { Cookies } from '@sveltejs/kit';
import {
	clerkBeside,
	askedOfVisitor,
	type Conversation,
	LONGEST_TEXT,
	placeInQueue,
	readConversation,
	visitorConversation,
} from '#lib/chat/index.server.ts';
import { groupedCode } from '#lib/cases/index.ts';
import { visitorCase } from '#lib/cases/index.server.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { clearVisitorCookie, visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { askedAbout, askedOn } from './about.server.ts';
import { carriedCode } from './code.server.ts';

/** What the chat page shows: a conversation, the form that begins one, or that the chat is down. */
export async function loadChat(cookies: Cookies, url: URL, lang: string) {
	const blank = {
		key: newId(),
		returnKey: newId(),
		about: askedAbout(url.searchParams, lang),
		kind: url.searchParams.get('kind') === 'accessibility' ? ('accessibility' as const) : ('chat' as const),
		goOn: goOnFrom(lang),
		address: `${url.host}/${lang}/chat`,
		longest: LONGEST_TEXT,
		erased: url.searchParams.has('erased'),
		thanks: url.searchParams.has('rated'),
		/** Why a file was not taken, as the form's way back says it. */
		notTaken: url.searchParams.get('picture'),
		closedHere: false,
		/** She has a case in which there is no conversation (any more): what she writes begins one in it. */
		hasCase: false,
	};
	const secure = url.protocol === 'https:';
	const token = visitorTokenOf(cookies, secure);
	try {
		const conversation = await visitorConversation(token);
		if (!conversation) {
			const hasCase = (await visitorCase(token)) !== null;
			const closedHere = token !== undefined && !hasCase && !blank.erased;
			if (closedHere) clearVisitorCookie(cookies, secure);
			return { ...blank, closedHere, hasCase, down: isAway(), goesOn: false, conversation: null };
		}
		const code = await carriedCode(cookies, secure);
		return { ...blank, down: false, goesOn: true, conversation: await shown(conversation, code, lang) };
	} catch (error) {
		if (!(error instanceof Away)) throw error;
		// Whoever had a conversation goes on in it: what she writes now must not begin another one.
		return { ...blank, down: true, goesOn: token !== undefined, conversation: null };
	}
}

/** Known without asking: whoever has nothing here yet is told before she writes. */
function isAway(): boolean {
	const { db, keystore } = ground();
	return !db.isUp() || !keystore.isUp();
}

async function shown(conversation: Conversation, code: string | null, lang: string) {
	const { kind, language, expiresOn, helperRead, page } = conversation;
	return {
		...{ kind, language, expiresOn, helperRead },
		asked: askedOn(page, lang),
		asks: await askedOfVisitor(conversation, lang),
		held: conversation.holder !== null,
		ended: conversation.endedAt !== null,
		blocked: conversation.blockedAt !== null,
		rated: conversation.rated,
		clerk: await clerkBeside(conversation.id),
		waiting: await placeInQueue(conversation),
		messages: await readConversation(conversation),
		code: code && groupedCode(code),
	};
}

/** Where to go on from 112, by what it is about: cards only, since no other number has been checked. */
export function goOnFrom(lang: string): Record<string, { href: string; name: string }[]> {
	const { urgent, serviceById } = catalogue();
	const link = (id: string) => ({
		href: `/${lang}/services/${id}`,
		name: inLanguage(serviceById.get(id)?.names, lang),
	});
	return Object.fromEntries(Object.entries(urgent.next).map(([need, ids]) => [need, ids.map(link)]));
}
