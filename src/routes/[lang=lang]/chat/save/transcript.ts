import { cardInWords, type Message } from '#lib/chat/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/** One paragraph for each message: who, when, what. */
export function transcript(messages: readonly Message[], say: Say, lang: string, origin: string): string {
	const time = new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' });
	const paragraphs = messages.map(
		(message) => `${who(message, say)}, ${time.format(new Date(message.sentAt))}\n${said(message, say, origin)}`,
	);
	return [say('chat.transcript.title'), ...paragraphs].join('\n\n').concat('\n');
}

function who(message: Message, say: Say): string {
	if (message.author === 'visitor') return say('chat.me');
	return message.signed ?? say('chat.helper');
}

export function said(message: Message, say: Say, origin: string): string {
	if (message.card) return cardInWords(message.card, origin);
	if (message.kind === 'text') return message.text ?? say('chat.gone');
	return say(`chat.${message.kind}`, { name: message.signed ?? say('chat.helper') });
}
