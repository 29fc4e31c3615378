import { createDecipheriv, hkdfSync } from 'node:crypto';
import pg from 'pg';
import { hasCanary } from './canary.ts';
import type { Keys } from './keys.ts';

/**
 * Somebody with a database and keys. She needs no tag to be right and no place to be named, so she leaves both aside:
 * whatever opens to something readable is opened. Written from the description alone, without the site's own code.
 */
export type Sealed = { readonly table: string; readonly conversation: string; readonly bytes: Buffer };

const TAG = 16;
const NONCE = 12;
const LENGTH = 4;

/** Every sealed field of every table that belongs to conversations. */
export async function sealedIn(databaseUrl: string): Promise<Sealed[]> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		const { rows: columns } = await client.query<{ table: string; column: string }>(COLUMNS);
		const found: Sealed[] = [];
		for (const { table, column } of columns) {
			const { rows } = await client.query<{ conversation: string; bytes: Buffer }>(
				`select conversation_id as conversation, ${column} as bytes from ${table} where ${column} is not null`,
			);
			found.push(...rows.map((row) => ({ table, ...row })));
		}
		return found;
	} finally {
		await client.end();
	}
}

const COLUMNS = `select c.table_name as table, c.column_name as column from information_schema.columns c
	join information_schema.columns o on o.table_name = c.table_name and o.column_name = 'conversation_id'
	where c.data_type = 'bytea' and c.table_schema = 'public' and o.table_schema = 'public'`;

/** Tries every day with every share on everything; gives what opened. */
export function openedWith(keys: Keys, sealed: readonly Sealed[]): Sealed[] {
	const byConversation = Map.groupBy(sealed, ({ conversation }) => conversation);
	return [...byConversation].flatMap(([conversation, fields]) => {
		const tried = keysFor(keys, conversation);
		const opened = fields.flatMap((field) => {
			const plain = firstThatOpens(tried, field.bytes);
			return plain ? [{ field, plain }] : [];
		});
		// The key of a picture's pages stands in its message.
		const found = opened.flatMap(({ plain }) => pageKeyIn(plain));
		const pages = fields.filter(({ table, bytes }) => table === PAGES && firstThatOpens(found, bytes));
		return [...new Set([...opened.map(({ field }) => field), ...pages])];
	});
}

const PAGES = 'attachments';

function firstThatOpens(keys: readonly Buffer[], bytes: Buffer): Buffer | undefined {
	for (const key of keys) {
		const plain = open(key, bytes);
		if (plain) return plain;
	}
	return undefined;
}

function pageKeyIn(plain: Buffer): Buffer[] {
	const key = /"key":"([\w-]{43})"/.exec(plain.toString('latin1'))?.[1];
	return key ? [Buffer.from(key, 'base64url')] : [];
}

/** As they would be derived, and as they lie there. */
function keysFor({ days, shares }: Keys, conversation: string): Buffer[] {
	const of = (day: Buffer, share: Buffer): Buffer =>
		Buffer.from(hkdfSync('sha256', day, share, `silta/chat/v1/${conversation}`, 32));
	const raw = [...days, ...shares.map(([, share]) => share)].filter((key) => key.length === 32);
	return [...days.flatMap((day) => shares.map(([, share]) => of(day, share))), ...raw];
}

function open(key: Buffer, sealed: Buffer): Buffer | null {
	const body = sealed.subarray(1 + NONCE, -TAG);
	const counter = Buffer.concat([sealed.subarray(1, 1 + NONCE), Buffer.of(0, 0, 0, 2)]);
	const cipher = createDecipheriv('aes-256-ctr', key, counter);
	// A length that does not fit says at once that the key is wrong.
	const length = cipher.update(body.subarray(0, LENGTH)).readUInt32BE();
	if (length > body.length - LENGTH) return null;
	const plain = cipher.update(body.subarray(LENGTH)).subarray(0, length);
	return isReadable(plain) ? plain : null;
}

const isReadable = (plain: Buffer): boolean =>
	hasCanary(plain.toString()) || pageKeyIn(plain).length > 0 || plain.subarray(8, 12).toString('latin1') === 'WEBP';
