import { safeParse } from 'valibot';
import { now } from '#lib/platform/clock.ts';
import { refused, type Refusal } from '#lib/platform/command.server.ts';
import { sendSchema } from '../schema.ts';
import type { Sent } from '../messages/sending.server.ts';
import { sendMessage } from '../write.server.ts';
import { isAlive, type PresentClerk } from './clerk.ts';
import { clerks } from './store.server.ts';

/** A message of the clerk; whether the clerk is still there is asked under the lock of the conversation. */
export async function sendAsClerk(clerk: PresentClerk, raw: unknown): Promise<Sent | Refusal> {
	const parsed = safeParse(sendSchema, raw);
	if (!parsed.success) return refused('malformed', { text: parsed.issues[0].message });
	const { id, conversationId, signed, language } = clerk;
	return sendMessage({
		...parsed.output,
		...{ conversationId, language },
		by: {
			...{ author: 'clerk', signed },
			mayWriteNow: async (tx) => {
				const current = await clerks(tx).current(conversationId);
				return current?.id === id && isAlive(current, now());
			},
		},
	});
}
