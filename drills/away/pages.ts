import { randomUUID } from 'node:crypto';
import { type Answer, request } from '../../bench/common/request.ts';
import { say } from '../../e2e/support/words.ts';
import type { Checks } from '../common/checks.ts';
import type { Visitor } from '../common/visitor.ts';

export const LANGUAGES = ['en', 'fi', 'ru'] as const;
const OPEN_TO_ALL = [
	...[
		'',
		'/services',
		'/services/maisa',
		'/guides',
		'/search?q=kela',
		'/help-near-you',
		'/terms',
		'/changes',
		'/stuck',
	],
];
const PHONES = /href="tel:/g;

/** A page that takes longer is none, even on a machine that has much else to do. */
const LONGEST_MS = 10_000;
const WANTED_MS = 3_000;

/** How many numbers one can call from each page, while all is well. */
export type Phones = ReadonlyMap<string, number>;

export async function phonesOn(address: string): Promise<Phones> {
	const found = new Map<string, number>();
	for (const path of allPaths()) found.set(path, phonesIn(await request('GET', address + path)));
	return found;
}

const phonesIn = ({ body }: Answer): number => [...body.toString().matchAll(PHONES)].length;
const allPaths = (): string[] => LANGUAGES.flatMap((lang) => OPEN_TO_ALL.map((path) => `/${lang}${path}`));

/** Cards, guides, search, places and phones without a database; gives how many pages took longer than they should. */
export async function readEverything(address: string, phones: Phones, checks: Checks): Promise<number> {
	let late = 0;
	for (const path of allPaths()) {
		const begun = performance.now();
		const answer = await request('GET', address + path).catch(() => null);
		const ms = performance.now() - begun;
		late += Number(ms > WANTED_MS);
		checks.holds(`${path} is open (${answer?.status ?? 'no answer'})`, answer?.status === 200 && ms < LONGEST_MS);
		if (answer) checks.holds(`${path} has its phones`, phonesIn(answer) === phones.get(path));
	}
	return late;
}

/** The chat says what is the matter, in her language, and what she wrote stays in the form. */
export async function writeInVain(address: string, checks: Checks): Promise<void> {
	for (const lang of LANGUAGES) {
		const page = (await request('GET', `${address}/${lang}/chat`)).body.toString();
		checks.holds(`the chat explains itself (${lang})`, page.includes(say(lang, 'chat.down.title')));
		const text = `unsent ${randomUUID()}`;
		const body = new URLSearchParams({ key: randomUUID(), kind: 'chat', text, about: '' }).toString();
		const headers = { origin: address, 'content-type': 'application/x-www-form-urlencoded' };
		const answer = await request('POST', `${address}/${lang}/chat?/open`, { body, headers });
		const kept = answer.body.toString();
		checks.holds(`a first message is answered "not sent" (${lang})`, answer.status === 503);
		checks.holds(`and says so (${lang})`, kept.includes(say(lang, 'chat.error.database')));
		checks.holds(
			`and keeps the text in the form (${lang})`,
			/<textarea[^>]*>([^<]*)/.exec(kept)?.[1]?.includes(text) ?? false,
		);
	}
}

/** Who has a conversation is told the same: her page explains itself, and a message is not sent yet. */
export async function goOnInVain({ visit }: Visitor, waiting: object, checks: Checks): Promise<void> {
	const page = (await visit.get('/ru/chat')).body.toString();
	checks.holds('the page of a conversation explains itself', page.includes(say('ru', 'chat.down.title')));
	const sent = await visit.postJson('/api/chat/messages', waiting);
	checks.holds('a message is not sent yet', sent.status === 503 && sent.body.includes('"database"'));
}
