import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { request } from '../common/request.ts';
import { ROOT } from '../common/server.ts';

const ASK_EVERY_MS = 20;
const LONGEST_MS = 10_000;

/** Milliseconds from an import that says it is done until the page, asked for all the time, shows the new card. */
export async function freshness(
	base: string,
	data: string,
	folder: string,
	id: string,
	tries: number,
): Promise<number[]> {
	const card = JSON.parse(fs.readFileSync(path.join(ROOT, `starter/services/${id}.json`), 'utf8'));
	const file = path.join(folder, 'card.json');
	const times: number[] = [];
	for (let turn = 0; turn < tries; turn++) {
		const name = `Проверка свежести ${turn}`;
		fs.writeFileSync(file, JSON.stringify({ ...card, names: { ...card.names, ru: name } }));
		times.push(await timeUntilShown(`${base}/ru/services/${id}`, name, () => importCard(file, data)));
	}
	return times;
}

async function timeUntilShown(url: string, name: string, change: () => Promise<void>): Promise<number> {
	let doneAt = Number.POSITIVE_INFINITY;
	const changing = change().then(() => (doneAt = performance.now()));
	const end = performance.now() + 60_000;
	while (!(await shows(url, name))) {
		if (performance.now() > Math.min(end, doneAt + LONGEST_MS)) throw new Error(`the change is not shown on ${url}`);
		await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
	}
	const shownAt = performance.now();
	await changing;
	return Math.max(0, shownAt - doneAt);
}

async function shows(url: string, name: string): Promise<boolean> {
	const { body, headers } = await request('GET', url, { headers: { 'accept-encoding': 'br' } });
	return (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).includes(name);
}

/** Resolves when the command says that the card is in place, which is just after the commit. */
function importCard(file: string, data: string): Promise<void> {
	const env = { ...process.env, SILTA_DATA: data };
	const child = spawn(process.execPath, ['bin/silta.mjs', 'import', 'services', file], { cwd: ROOT, env });
	return new Promise((resolve, reject) => {
		let said = '';
		const hear = (chunk: Buffer): void => {
			said += chunk.toString();
			if (said.includes('in place')) resolve();
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))));
	});
}
