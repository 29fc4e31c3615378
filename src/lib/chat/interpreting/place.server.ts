import { refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { MASK } from '#lib/privacy/index.ts';
import type { Conversation, Made } from '../conversation.ts';
import { messages, type NewMessage } from '../messages/store.server.ts';
import { openAt, sealText } from '../words.server.ts';
import { placeOfMachineDraft } from './rendering.ts';
import { type MachineDraftRow, machineDrafts, renderingRows } from './store.server.ts';
import { wordDraftsAreOn } from './translator.server.ts';

/** What an interpreter says: of which message, in which language, and whether she began from a machine's draft. */
export type Said = { readonly seq: number; readonly language: string; readonly isDraft: boolean };
type Placed = Pick<NewMessage, 'kind' | 'aboutSeq' | 'language' | 'made'>;
type Open = { readonly tx: Queryable; readonly rows: readonly NewMessage[] };

/** Asked under the lock of the conversation: only of a text of people, and into another language than its own. */
export async function placeRendering(
	{ tx, rows }: Open,
	of: Conversation,
	{ seq, language, isDraft, text }: Said & { text: string },
): Promise<Placed | Refusal> {
	const isHers = (row: NewMessage): boolean => row.conversationId === of.id && row.seq === seq;
	const original = rows.find(isHers) ?? (await messages(tx).after(of.id, seq - 1, 1))[0];
	if (original?.seq !== seq || original.kind !== 'text') return refused('missing');
	if ((original.language ?? of.language) === language) return refused('malformed', { text: 'same-language' });
	const made = await madeOf(tx, of, { seq, language, isDraft, text });
	return { kind: 'rendering', aboutSeq: seq, language, made };
}

/** What equals the machine's draft is the machine's, whatever a console says. */
async function madeOf(
	tx: Queryable,
	of: Conversation,
	{ seq, language, isDraft, text }: Said & { text: string },
): Promise<Made> {
	const row = (await machineDrafts(tx).of(of.id)).find((one) => one.seq === seq && one.language === language);
	if (row && (await says(of, row, text))) return 'machine';
	return isDraft ? 'checked' : 'human';
}

/** Two people say `Yes, thank you` in the same words; a sentence like this is the machine's. */
const FEWEST_WORDS = 4;

/**
 * Whether a helper says as her own what a machine drafted: its words never go out without the mark, and the mark belongs
 * to a rendering. Where no machine is asked, nothing is looked up.
 */
export async function isMachineDraft(tx: Queryable, of: Conversation, text: string): Promise<boolean> {
	if (!wordDraftsAreOn() || text.trim().split(/\s+/).length < FEWEST_WORDS) return false;
	for (const row of await machineDrafts(tx).of(of.id)) if (await says(of, row, text)) return true;
	return false;
}

async function says(of: Conversation, { seq, language, sealed }: MachineDraftRow, text: string): Promise<boolean> {
	const draft = await openAt(of, placeOfMachineDraft(of.id, seq, language), sealed);
	return draft !== null && alike(draft, text);
}

const alike = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

/** A number was hidden in a message: what was rendered of it, or drafted, may still say it, and is blanked. */
export async function voidRenderings({ tx, rows }: Open, of: Conversation, aboutSeq: number): Promise<void> {
	await machineDrafts(tx).remove(of.id, aboutSeq);
	for (const { seq, author } of await renderingRows(tx).of(of.id, aboutSeq)) {
		await messages(tx).reseal(of.id, seq, await sealText(of, seq, author, MASK));
	}
	for (const row of rows) {
		const isAbout = row.conversationId === of.id && row.kind === 'rendering' && row.aboutSeq === aboutSeq;
		if (isAbout) row.sealed = await sealText(of, row.seq, row.author, MASK);
	}
}
