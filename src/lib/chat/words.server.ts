import { createSecretKey, type KeyObject } from 'node:crypto';
import { instant } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { KeyName } from '#lib/platform/keystore/keystore.server.ts';
import { seal, unseal } from '#lib/privacy/index.server.ts';
import { type Author, type Message, placeOf } from './conversation.ts';
import type { MessageRow } from './store.server.ts';

/** The sealing and opening of what people write, by the key of the day on which it expires. */
export type Kept = { readonly id: string; readonly expiresOn: string };

export const keyNameOf = ({ id, expiresOn }: Kept): KeyName => ({ keyClass: 'chat', day: expiresOn, subject: id });

export async function sealText(of: Kept, seq: number, author: Author, text: string): Promise<Buffer> {
	return seal(await writingKey(of), text, placeOf(of.id, seq, author));
}

/** The rows as people may see them; a text whose key is gone is null. */
export async function openRows(of: Kept, rows: readonly MessageRow[]): Promise<Message[]> {
	const found = rows.some((row) => row.sealed) ? await ground().keystore.findKey(keyNameOf(of)) : null;
	const key = found && asKey(found);
	return rows.map((row) => {
		const text = key && row.sealed ? unseal(key, row.sealed, placeOf(of.id, row.seq, row.author)) : null;
		return presentRow(row, text);
	});
}

export function presentRow(row: Omit<MessageRow, 'sealed' | 'accountId'>, text: string | null): Message {
	return {
		seq: row.seq,
		author: row.author,
		kind: row.kind,
		text,
		hidden: row.hidden,
		aboutSeq: row.aboutSeq,
		signed: row.signed,
		sentAt: row.sentAt.toISOString(),
		clientId: row.clientId,
	};
}

/** Keys of conversations that are being written to stay in memory for a minute, no longer. */
const REMEMBERED_MS = 60_000;
const LARGEST = 5_000;
const keys = new Map<string, { key: KeyObject; until: number }>();

async function writingKey(of: Kept): Promise<KeyObject> {
	const name = `${of.id}/${of.expiresOn}`;
	const known = keys.get(name);
	if (known && known.until > instant()) return known.key;
	const key = asKey(await ground().keystore.makeKey(keyNameOf(of)));
	if (keys.size >= LARGEST) keys.clear();
	keys.set(name, { key, until: instant() + REMEMBERED_MS });
	return key;
}

export function dropKey(of: Kept): void {
	keys.delete(`${of.id}/${of.expiresOn}`);
}

/** The cipher takes its own kind of key four times faster than plain bytes; the bytes are blanked at once. */
function asKey(bytes: Buffer): KeyObject {
	const key = createSecretKey(bytes);
	bytes.fill(0);
	return key;
}
