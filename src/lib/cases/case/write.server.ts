import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { command, refused } from '#lib/platform/command.server.ts';
import { addEntry } from '../entries/entries.server.ts';
import { noticeOfAnswer } from '../notices/notices.server.ts';
import { may } from '../policy.ts';
import { clientId, id, words } from '../schema.ts';
import { caseWithin } from './reach.server.ts';
import { endWait } from './waiting.server.ts';

/** For colleagues; she never reads it. */
export const noteInCase = command({
	input: v.object({ id, clientId, text: words }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }) => may(actor).write(of) || refused('not-held'),
	run: async (of, { tx, actor }, { clientId, text }) => {
		const by = { accountId: actor.id, signed: actor.chosenName };
		return { number: await addEntry(tx, of.id, { clientId, kind: 'note', text, by }) };
	},
	present: (written) => written,
});

/** For her: she reads it with her code. She waits no more. */
export const answerInCase = command({
	input: v.object({ id, clientId, text: words }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }) => may(actor).write(of) || refused('not-held'),
	run: async (of, { tx, actor, audit }, { clientId, text }) => {
		const by = { accountId: actor.id, signed: actor.chosenName };
		const number = await addEntry(tx, of.id, { clientId, kind: 'answer', text, channel: 'site', by });
		// Sent before: what she has written since then is not answered by it, and she has been told of it.
		if (number <= of.lastNumber) return { number };
		await endWait(tx, of);
		await noticeOfAnswer(tx, of.id, number);
		await audit({ action: 'answer', subject: 'case', subjectId: of.id });
		return { number };
	},
	present: (written) => written,
});
