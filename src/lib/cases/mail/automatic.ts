import type { Letter } from '#lib/platform/mail/letter.ts';

/**
 * Who wrote it. `person`: somebody, who hears that her letter came; `quiet`: somebody perhaps, by way of a list or an
 * address that takes no mail, so nothing is sent there; `automatic`: a machine answered, and no answer of ours may begin
 * a loop; `own`: it is from us.
 */
export type Writer = 'person' | 'quiet' | 'automatic' | 'own';

const MACHINES = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)([+.-].*)?@/;
const TAKES_NO_MAIL = /^(no-?reply|do-?not-?reply|donotreply|bounces?|notifications?|ala-vastaa|alavastaa)([+.-].*)?@/;
const LIST_SIGNS = ['list-id', 'list-unsubscribe', 'list-post', 'list-help'];

export function writerOf({ headers, from }: Pick<Letter, 'headers' | 'from'>, ours: string): Writer {
	if (from === ours.toLowerCase() || headers.get('x-loop')?.toLowerCase().includes(ours.toLowerCase())) return 'own';
	if (isFromMachine(headers) || MACHINES.test(from ?? '')) return 'automatic';
	const isOfList =
		LIST_SIGNS.some((name) => headers.has(name)) || /bulk|list|junk/i.test(wordIn(headers, 'precedence'));
	return isOfList || from === null || TAKES_NO_MAIL.test(from) ? 'quiet' : 'person';
}

function isFromMachine(headers: Letter['headers']): boolean {
	const submitted = wordIn(headers, 'auto-submitted');
	return (
		(submitted !== '' && submitted !== 'no') ||
		headers.get('return-path')?.trim() === '<>' ||
		wordIn(headers, 'precedence') === 'auto_reply' ||
		['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => headers.has(name))
	);
}

const wordIn = (headers: Letter['headers'], name: string): string =>
	(headers.get(name) ?? '').split(/[;\s]/)[0]?.toLowerCase() ?? '';
