import { randomUUID } from 'node:crypto';
import { type Answer, request } from '../../bench/common/request.ts';
import { openVisitor, type Visitor } from '../common/visitor.ts';
import type { Specimen } from './pictures.ts';

/** Sends files as browsers do: the file itself, as the page's module does, or a plain form when its name matters. */
export type Sender = { send(specimen: Specimen): Promise<Outcome> };
export type Outcome = {
	readonly status: number;
	/** The code of a refusal, or null. */
	readonly refused: string | null;
	readonly pages: readonly Answer[];
};

/** So many fit into a conversation, and so many tries into ten minutes of it. */
const EACH = 5;
/** Somebody's file is being taken apart: later. */
const BUSY_MS = 300;

export function makeSender(address: string): Sender {
	let visitor: Visitor | undefined;
	let left = 0;
	return {
		async send(specimen) {
			if (!visitor || left === 0) [visitor, left] = [await openVisitor(address, 'somebody with files'), EACH];
			left -= 1;
			const key = randomUUID();
			const byForm = specimen.name ? await postForm(visitor, key, specimen) : null;
			if (byForm && byForm.status !== 303) return { status: byForm.status, refused: null, pages: [] };
			// By form nobody says the number; asked again with the same key, the site does.
			const refused = /[?&]picture=([\w-]+)/.exec(byForm?.headers.location ?? '')?.[1];
			if (refused) return { status: 303, refused, pages: [] };
			return outcomeOf(visitor, await postFile(visitor, key, specimen));
		},
	};
}

async function outcomeOf(visitor: Visitor, answer: Answer): Promise<Outcome> {
	const { seq, refused }: { seq?: number; refused?: string } = JSON.parse(answer.body.toString() || '{}');
	const pages: Answer[] = [];
	for (let page = 1; seq !== undefined; page += 1) {
		const shown = await visitor.visit.get(`/api/chat/pictures/${seq}/${page}`);
		if (shown.status !== 200) break;
		pages.push(shown);
	}
	return { status: answer.status, refused: refused ?? null, pages };
}

async function postFile({ visit }: Visitor, key: string, { bytes, type }: Specimen): Promise<Answer> {
	const headers = { ...visit.headers(), 'content-type': type ?? 'application/octet-stream' };
	return untilTaken(() =>
		request('POST', `${visit.base}/api/chat/pictures?key=${key}`, { body: bytes, headers, from: visit.from }),
	);
}

async function postForm({ visit }: Visitor, key: string, { bytes, name, type }: Specimen): Promise<Answer> {
	const mark = `----drill${key}`;
	const head = `--${mark}\r\nContent-Disposition: form-data; name="picture"; filename="${name}"\r\n`;
	const before = `${head}Content-Type: ${type ?? 'image/jpeg'}\r\n\r\n`;
	const body = Buffer.concat([Buffer.from(before), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]);
	const headers = { ...visit.headers(), 'content-type': `multipart/form-data; boundary=${mark}` };
	return untilTaken(() =>
		request('POST', `${visit.base}/api/chat/pictures?key=${key}&lang=ru`, { body, headers, from: visit.from }),
	);
}

async function untilTaken(post: () => Promise<Answer>): Promise<Answer> {
	for (;;) {
		const answer = await post();
		if (answer.status !== 429 && !answer.headers.location?.includes('picture=too-many#')) return answer;
		await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
	}
}
