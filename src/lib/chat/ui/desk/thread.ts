import type { Message } from './shown.ts';

/** The steps of a conversation as this console has them. */
export type Taken = { readonly messages: readonly Message[]; readonly gap: boolean };

/** Adds a step once and in order; `gap` says that something between is missing and must be fetched. */
export function take(messages: readonly Message[], message: Message): Taken {
	const last = messages.at(-1)?.seq ?? 0;
	if (message.seq <= last) return { messages, gap: false };
	if (message.seq > last + 1) return { messages, gap: true };
	return { messages: [...messages.map((one) => withoutPicture(redacted(one, message), message)), message], gap: false };
}

/** A number that was found later is hidden in what is shown already. */
function redacted(one: Message, by: Message): Message {
	if (by.kind !== 'redacted' || by.aboutSeq !== one.seq) return one;
	return { ...one, text: by.text, hidden: [...new Set([...one.hidden, ...by.hidden])] };
}

function withoutPicture(one: Message, by: Message): Message {
	if (by.kind !== 'removed' || by.aboutSeq !== one.seq || !one.picture) return one;
	return { ...one, picture: { ...one.picture, pages: 0, outOf: null } };
}

/** The days of the conversation, each with its steps. */
export function byDay(
	messages: readonly Message[],
	dayOf: (moment: string) => string,
): { day: string; steps: Message[] }[] {
	const days: { day: string; steps: Message[] }[] = [];
	for (const message of messages) {
		const day = dayOf(message.sentAt);
		const last = days.at(-1);
		if (last?.day === day) last.steps.push(message);
		else days.push({ day, steps: [message] });
	}
	return days;
}

/** The number of the last message of a helper that the visitor has read; 0 when none. */
export function lastRead(messages: readonly Message[], visitorRead: number): number {
	return (
		messages.findLast(
			({ author, kind, seq }) => author === 'helper' && (kind === 'text' || kind === 'card') && seq <= visitorRead,
		)?.seq ?? 0
	);
}
