import { randomInt } from 'node:crypto';
import type { Helper } from '../common/helper.ts';
import { signIn } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { patiently } from '../common/patiently.ts';

/** Sealed bytes are flipped, swapped, moved and cut in the database, and read through the site: it opens none of them. */
export type Tampering = { tampered: number; opened: number; isWhole: boolean };

type Field = { table: 'messages' | 'notes'; conversation: string; number: number; sealed: Buffer };
type Change = (field: Field, at: number, all: readonly Field[]) => Buffer;

/** At the end all is put right and read once more: a site that opens nothing at all would pass otherwise. */
export async function tamper(network: Network, ids: readonly string[], count: number): Promise<Tampering> {
	const helper = await patiently(() => signIn(network.nodes[0]?.address ?? '', 'adviser'));
	const fields = await sealedFields(network, ids);
	const result = { tampered: 0, opened: 0, isWhole: false };
	for (let round = 0; result.tampered < count; round += 1) {
		const changed = fields.map((field, at) => ({ ...field, sealed: changeOf(round, at)(field, at, fields) }));
		await put(network, changed);
		result.tampered += fields.length;
		result.opened += await readable(helper, ids);
	}
	await put(network, fields);
	result.isWhole = (await readable(helper, ids)) === fields.length;
	return result;
}

const CHANGES: readonly Change[] = [
	({ sealed }) => flipped(sealed, randomInt(sealed.length)),
	({ sealed }) => flipped(sealed, sealed.length - 1),
	// Another row of the same conversation, and of another one.
	({ conversation, number, table }, at, all) =>
		other(all, at, (one) => one.conversation === conversation && (one.number !== number || one.table !== table)),
	({ conversation }, at, all) => other(all, at, (one) => one.conversation !== conversation),
	({ conversation, table, number }, at, all) =>
		other(all, at, (one) => one.conversation !== conversation && one.table === table && one.number === number),
	({ sealed }) => sealed.subarray(0, -1),
	({ sealed }) => Buffer.concat([sealed, Buffer.of(0)]),
	({ sealed }) => Buffer.concat([sealed.subarray(0, 13), sealed.subarray(13 + 16)]),
];

const changeOf = (round: number, at: number): Change =>
	CHANGES[(round + at) % CHANGES.length] ?? (({ sealed }) => sealed);

function flipped(sealed: Buffer, at: number): Buffer {
	const copy = Buffer.from(sealed);
	copy[at] = (copy[at] ?? 0) ^ (1 << randomInt(8));
	return copy;
}

function other(all: readonly Field[], at: number, isMeant: (one: Field) => boolean): Buffer {
	const found = [...all.slice(at + 1), ...all.slice(0, at)].find(isMeant);
	return found?.sealed ?? flipped(all[at]?.sealed ?? Buffer.alloc(1), 1);
}

function sealedFields({ sql }: Network, ids: readonly string[]): Promise<Field[]> {
	return sql<Field>(
		`select 'messages' as table, conversation_id as conversation, seq as number, sealed from messages
			where sealed is not null and kind = 'text' and conversation_id = any($1)
		union all select 'notes', conversation_id, number, sealed from notes where conversation_id = any($1)
		order by 1, 2, 3`,
		[ids],
	);
}

async function put({ sql }: Network, fields: readonly Field[]): Promise<void> {
	for (const [table, number] of [
		['messages', 'seq'],
		['notes', 'number'],
	] as const) {
		const rows = fields.filter((field) => field.table === table);
		await sql(
			`update ${table} t set sealed = n.sealed from unnest($1::uuid[], $2::int[], $3::bytea[]) as n (id, number, sealed)
			where t.conversation_id = n.id and t.${number} = n.number`,
			[rows.map((row) => row.conversation), rows.map((row) => row.number), rows.map((row) => row.sealed)],
		);
	}
}

type Seen = { messages: { text: string | null; kind: string }[]; notes: { text: string | null }[] };

/** How many texts a helper can read now. */
async function readable(helper: Helper, ids: readonly string[]): Promise<number> {
	const counts = ids.map(async (id) => {
		const answer = await patiently(() => helper.get(`/staff/conversations/${id}`));
		if (answer.status !== 200) throw new Error(`reading was answered with ${answer.status}`);
		const { messages, notes }: Seen = JSON.parse(answer.body.toString());
		return [...messages.filter(({ kind }) => kind === 'text'), ...notes].filter(({ text }) => text !== null).length;
	});
	return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
