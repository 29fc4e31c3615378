import { createSecretKey, type KeyObject } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';
import { type KeyName, LONGEST_IN_MEMORY_MS } from '#lib/platform/keystore/keystore.server.ts';
import { remembered } from '#lib/platform/keystore/remembered.server.ts';
import { seal, unseal } from '#lib/privacy/index.server.ts';
import { unpackPicture } from './attachments/picture.ts';
import { cardInWords, unpackCard } from './cards/card.ts';
import { type Author, type Message, placeOf } from './conversation.ts';
import type { MessageRow } from './messages/store.server.ts';

/** The sealing and opening of what people write, by the key of the day on which it expires. */
export type Kept = { readonly id: string; readonly expiresOn: string };

type Moved = { readonly from: Kept; readonly to: Kept; readonly place: string; readonly sealed: Buffer };

export const keyNameOf = ({ id, expiresOn }: Kept): KeyName => ({ keyClass: 'chat', day: expiresOn, subject: id });

export async function sealText(of: Kept, seq: number, author: Author, text: string): Promise<Buffer> {
	return sealAt(of, placeOf(of.id, seq, author), text);
}

/** The same for what is written beside its messages; the place is bound into the seal. */
export async function sealAt(of: Kept, place: string, text: string): Promise<Buffer> {
	return seal(await writingKey(of), text, place);
}

/** Null when the key is gone. */
export async function openAt(of: Kept, place: string, sealed: Buffer): Promise<string | null> {
	const found = await ground().keystore.findKey(keyNameOf(of));
	return found && unseal(asKey(found), sealed, place);
}

/** What was sealed there, under the key of the day to which its conversation was moved; null when the old key is gone. */
export async function resealAt({ from, to, place, sealed }: Moved): Promise<Buffer | null> {
	const text = await openAt(from, place, sealed);
	return text === null ? null : sealAt(to, place, text);
}

/** The rows as people may see them; a text whose key is gone is null. */
export async function openRows(of: Kept, rows: readonly MessageRow[]): Promise<Message[]> {
	const texts = await openTexts(of, rows);
	return rows.map((row, at) => presentRow(row, texts[at] ?? null));
}

/** What lies beneath the seals, as it was put there. */
export async function openTexts(of: Kept, rows: readonly MessageRow[]): Promise<(string | null)[]> {
	const found = rows.some((row) => row.sealed) ? await ground().keystore.findKey(keyNameOf(of)) : null;
	const key = found && asKey(found);
	return rows.map((row) => (key && row.sealed ? unseal(key, row.sealed, placeOf(of.id, row.seq, row.author)) : null));
}

export function presentRow(row: Omit<MessageRow, 'sealed' | 'accountId'>, text: string | null): Message {
	return {
		seq: row.seq,
		author: row.author,
		kind: row.kind,
		...contentOf(row.kind, text),
		hidden: row.hidden,
		aboutSeq: row.aboutSeq,
		language: row.language,
		made: row.made,
		signed: row.signed,
		sentAt: row.sentAt.toISOString(),
		clientId: row.clientId,
	};
}

/** A picture is never shown as it is packed: a key stands in it. */
function contentOf(kind: MessageRow['kind'], text: string | null): Pick<Message, 'text' | 'card' | 'picture'> {
	const card = kind === 'card' && text !== null ? unpackCard(text) : null;
	if (kind === 'picture') return { text: null, card, picture: text === null ? null : unpackPicture(text) };
	return { text: card ? cardInWords(card) : text, card, picture: null };
}

/** Keys of conversations that are being written to stay in memory for a minute, no longer. */
const LARGEST = 5_000;
const keys = remembered<{ day: string; key: KeyObject }>(LONGEST_IN_MEMORY_MS, LARGEST);

async function writingKey(of: Kept): Promise<KeyObject> {
	const known = keys.get(of.id);
	if (known?.day === of.expiresOn) return known.key;
	const key = asKey(await ground().keystore.makeKey(keyNameOf(of)));
	keys.set(of.id, { day: of.expiresOn, key });
	return key;
}

export function dropKey(id: string): void {
	keys.delete(id);
}

export function dropAllKeys(): void {
	keys.clear();
}

/** The cipher takes its own kind of key four times faster than plain bytes; the bytes are blanked at once. */
function asKey(bytes: Buffer): KeyObject {
	const key = createSecretKey(bytes);
	bytes.fill(0);
	return key;
}
