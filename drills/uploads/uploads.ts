import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { png } from '../../bin/testing/files.ts';
import type { Network } from '../common/network.ts';
import { type Costs, watchCosts } from './costs.ts';
import { documents } from './documents.ts';
import { faultsIn } from './judge.ts';
import { broken, CANARY, honest, others, type Specimen, twoFaced } from './pictures.ts';
import { makeSender, type Outcome } from './send.ts';

/** P27: files as people send them and as nobody should; so often the whole collection. */
export type Uploaded = {
	readonly files: number;
	readonly taken: number;
	readonly missed: readonly string[];
	readonly costs: Costs;
};

export async function sendFiles({ nodes, sql, folder }: Network, rounds: number, fault?: string): Promise<Uploaded> {
	const specimens = [
		...(await honest()),
		...(await twoFaced()),
		...(await others()),
		...(await broken()),
		...documents(),
	];
	const [node] = nodes;
	const missed: string[] = [];
	let taken = 0;
	const sender = makeSender(node?.address ?? '');
	const costs = watchCosts(() => nodes.map(({ pid }) => pid()), node?.address ?? '');
	for (const specimen of Array.from({ length: rounds }, () => specimens).flat()) {
		const outcome = await planted(specimen, await sender.send(specimen), fault);
		taken += Number(outcome.pages.length > 0);
		for (const wrong of await faultsIn(specimen, outcome)) missed.push(`${specimen.what}: ${wrong}`);
	}
	for (const place of await leftovers(folder, sql)) missed.push(`what was sent lies open in ${place}`);
	return { files: specimens.length * rounds, taken, missed, costs: costs() };
}

/** What a careless site would hand out instead. */
async function planted(specimen: Specimen, outcome: Outcome, fault?: string): Promise<Outcome> {
	if (!fault || outcome.pages.length === 0) return outcome;
	const pages = outcome.pages.map(async (page) => ({ ...page, body: await carelessly(specimen.bytes, fault) }));
	return { ...outcome, pages: await Promise.all(pages) };
}

/** `trusting` takes the sender's word; `talkative` makes the picture anew and keeps all that is said beside it. */
async function carelessly(bytes: Buffer, fault: string): Promise<Buffer> {
	if (fault === 'trusting') return bytes;
	const file = await sharp(bytes)
		.keepMetadata()
		.webp()
		.toBuffer()
		.catch(() => png(1, 1));
	return file;
}

/** Neither the database nor anything else that the site writes holds a word of a file. */
async function leftovers(folder: string, sql: Network['sql']): Promise<string[]> {
	const [found] = await sql<{ open: number }>(
		`select count(*)::int as open from attachments where position(convert_to($1, 'UTF8') in sealed) > 0
			or position('WEBP'::bytea in substring(sealed from 1 for 64)) > 0`,
		[CANARY],
	);
	const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	const open = files.map((one) => path.join(one.parentPath, one.name)).filter((file) => holds(file, CANARY));
	return [...(found?.open ? ['the database'] : []), ...open];
}

function holds(file: string, word: string): boolean {
	try {
		return fs.readFileSync(file).includes(word);
	} catch {
		return false;
	}
}
