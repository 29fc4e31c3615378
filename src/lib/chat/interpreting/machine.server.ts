import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import { faultOf } from '#lib/platform/translation/fault.ts';
import { translateBy } from '#lib/platform/translation/libreTranslate.server.ts';
import { within } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { may } from '../policy.ts';
import { messages } from '../messages/store.server.ts';
import { openAt, openRows, sealAt } from '../words.server.ts';
import { placeOfMachineDraft } from './rendering.ts';
import { draftSchema } from './schema.ts';
import { machineDrafts } from './store.server.ts';
import { wordTranslator } from './translator.server.ts';

/**
 * A machine's draft of one message, for the interpreter alone. Only the stored text goes out, in which numbers are hidden
 * already. The answer is kept, sealed, so that it is known for the machine's when it is said. Refused besides:
 * `translator-off`, those of `translateBy`, and `translator-wrong` when a number came out different.
 */
export async function draftRendering(raw: unknown, actor: StaffActor): Promise<{ text: string } | Refusal> {
	const by = wordTranslator();
	if (!by) return refused('translator-off');
	const asked = await askForDraft(raw, actor);
	if (isRefusal(asked)) return asked;
	if (asked.known !== null) return { text: asked.known };
	const text = await translateBy(by, { text: asked.text, from: asked.from, to: asked.language });
	if (isRefusal(text)) return text;
	if (faultOf(asked.text, text)) return refused('translator-wrong');
	const { id, seq, language, text: original } = asked;
	return keepDraft({ id, seq, language, text, original }, actor);
}

type Asked = { id: string; seq: number; language: string; text: string; from: string; known: string | null };

/** Not in one transaction with the keeping: no lock waits for somebody else's machine. */
const askForDraft = command({
	input: draftSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).answer(conversation) || refused('not-held'),
	run: async (conversation, { tx, audit }, { id, seq, language }): Promise<Asked | Refusal> => {
		const [step] = await openRows(conversation, await messages(tx).after(id, seq - 1, 1));
		if (step?.seq !== seq || step.kind !== 'text' || step.text === null) return refused('missing');
		const from = step.language ?? conversation.language;
		if (from === language) return refused('malformed', { text: 'same-language' });
		await audit({ action: 'draft', subject: 'conversation', subjectId: id });
		const rows = await machineDrafts(tx).of(id);
		const row = rows.find((one) => one.seq === seq && one.language === language);
		return { id, seq, language, text: step.text, from, known: row ? await opened(conversation, row) : null };
	},
	present: (asked) => asked,
});

/** Unless a number was hidden in the message meanwhile: the draft may still say it. */
const keepDraft = command({
	input: v.object({ ...draftSchema.entries, text: v.string(), original: v.string() }),
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).answer(conversation) || refused('not-held'),
	run: async (conversation, { tx }, { id, seq, language, text, original }) => {
		const [step] = await openRows(conversation, await messages(tx).after(id, seq - 1, 1));
		if (step?.text !== original) return refused('missing');
		const sealed = await sealAt(conversation, placeOfMachineDraft(id, seq, language), text);
		await machineDrafts(tx).save(id, { seq, language, sealed }, now());
		return { text };
	},
	present: (kept) => kept,
});

function opened(of: Conversation, { seq, language, sealed }: { seq: number; language: string; sealed: Buffer }) {
	return openAt(of, placeOfMachineDraft(of.id, seq, language), sealed);
}
