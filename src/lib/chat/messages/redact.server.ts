import { findSplitSecret, MASK, mask, type MaskSpan } from '#lib/privacy/index.ts';
import { addRow, type Batch } from '../batch.server.ts';
import type { Author, Conversation } from '../conversation.ts';
import { voidRenderings } from '../interpreting/place.server.ts';
import type { RecentText } from '../recent.server.ts';
import { sealText } from '../words.server.ts';
import { eventRow } from './step.server.ts';
import { messages } from './store.server.ts';

type Before = readonly RecentText[];
/** A text on its way, and what its author wrote before it. */
type Coming = {
	readonly author: Author;
	readonly text: string;
	readonly before: Before;
	/** She says that what looks like a code is none. */
	readonly notSecret?: boolean;
};

/**
 * P31: a number that began in the author's messages before, or that only this one calls a secret, is hidden there too,
 * and every reader is told. Gives the author's texts as they are stored now.
 */
export async function redactBefore(batch: Batch, of: Conversation, coming: Coming): Promise<Before> {
	const { author, text, notSecret, before } = coming;
	const split = findSplitSecret(
		before.map((recent) => recent.text),
		text,
	);
	if (!split || (notSecret && split.kind === 'code')) return before;
	const stored = [...before];
	for (const { message, span } of split.inBefore) {
		const old = stored[message];
		if (old) stored[message] = await redact(batch, of, { ...old, span, author });
	}
	return stored;
}

type Redaction = RecentText & { readonly span: MaskSpan; readonly author: Author };

async function redact(batch: Batch, of: Conversation, what: Redaction): Promise<RecentText> {
	const { seq, span, author } = what;
	const pending = batch.rows.find((row) => row.conversationId === of.id && row.seq === seq);
	const [row] = pending ? [pending] : await messages(batch.tx).after(of.id, seq - 1, 1);
	const text = row?.kind === 'rendering' ? MASK : withoutSpan(what);
	const sealed = await sealText(of, seq, author, text);
	if (pending) pending.sealed = sealed;
	else await messages(batch.tx).reseal(of.id, seq, sealed);
	await voidRenderings(batch, of, seq);
	await addRow(batch, of.id, { ...eventRow('redacted'), aboutSeq: seq, hidden: [span.kind] }, text);
	return { seq, text };
}

/**
 * Not of a rendering: it is blanked, because its new text is told to everybody, and a clerk who may not see the message
 * would read here what was made of it.
 */
function withoutSpan({ text, span }: Redaction): string {
	return mask(text.slice(0, span.start) + MASK + text.slice(span.end)).text;
}
