import type { RequestEvent } from '@sveltejs/kit';
import { attendedBy, enterAsClerk, leaveAsClerk, sendAsClerk } from '#lib/chat/index.server.ts';
import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import { clearClerkCookie, clerkTokenOf } from '#lib/platform/http/cookies.server.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { house } from '../../../house.server.ts';

/** What a clerk does by the forms of the page. Each act gives where to go on, or why not. */
export type ClerkEvent = RequestEvent<{ lang: string }>;
export type Outcome = Promise<Refusal | string>;

const WRONG_LINKS: Limit = { tries: 10, perMs: 3_600_000 };
const WARNING: Limit = { tries: 1, perMs: 60_000 };
const WRONG_LINK_PAUSE_MS = 2_000;
const nobody = { kind: 'clerk', id: null } as const;

/** A wrong link, one that is over, and one that another browser has used are answered alike. */
export async function enter(event: ClerkEvent, form: FormData): Outcome {
	const browser = tokenOf(event) ?? '';
	const entered = await enterAsClerk({ ...Object.fromEntries(form), browser }, nobody);
	if (!isRefusal(entered)) return `/${entered.language}/clerk#end`;
	const isWrong = entered.refused === 'missing' || 'link' in entered.fields;
	return isWrong ? afterWrongLink(event.locals.source) : entered;
}

export async function send(event: ClerkEvent, form: FormData): Outcome {
	const attended = await attendedBy(tokenOf(event));
	if (!attended) return refused('clerk-over');
	const sending: Limit = { tries: house().settings.messagesPerMinute, perMs: 60_000 };
	if (secondsToWait('send-clerk', attended.clerk.id, sending) > 0) return refused('too-many');
	const said = {
		...{ clientId: form.get('key'), text: form.get('text') },
		...{ alreadyHidden: form.getAll('already-hidden'), notSecret: form.has('not-secret') },
	};
	const sent = await sendAsClerk(attended.clerk, said);
	return isRefusal(sent) ? sent : `/${event.params.lang}/clerk#end`;
}

export async function leave(event: ClerkEvent): Outcome {
	await leaveAsClerk({ browser: tokenOf(event) ?? '' }, nobody);
	clearClerkCookie(event.cookies, event.url.protocol === 'https:');
	return `/${event.params.lang}/clerk?left`;
}

async function afterWrongLink(source: string): Promise<Refusal> {
	if (secondsToWait('clerk-link', source, WRONG_LINKS) > 0) {
		// Else whoever guesses could fill the log.
		if (secondsToWait('clerk-link-warning', 'all', WARNING) === 0) logWarning('clerk-links-are-being-guessed');
		await new Promise((resolve) => setTimeout(resolve, WRONG_LINK_PAUSE_MS));
	}
	return refused('unknown-link');
}

const tokenOf = ({ cookies, url }: ClerkEvent) => clerkTokenOf(cookies, url.protocol === 'https:');
