import { type Refusal, refused } from '../command.server.ts';

/**
 * A translation service of the LibreTranslate shape. Its address is set by whoever runs the site, so it may be private:
 * best it stands on the same machine. What may go there its caller decides.
 */
export type Translator = { readonly url: string; readonly key?: string };
export type Ask = { readonly text: string; readonly from: string; readonly to: string };

const LONGEST_MS = 15_000;
const LARGEST_ANSWER = 200_000;

/**
 * One text. Refused: `translator-away` (no answer, or a fault of its own), `translator-refuses` (it does not know the
 * language, or not us), `translator-busy`, `translator-wrong` (an answer that is none).
 */
export async function translateBy(translator: Translator, { text, from, to }: Ask): Promise<string | Refusal> {
	const question = { q: text, source: from, target: to, format: 'text', api_key: translator.key };
	try {
		const response = await fetch(new URL('translate', withSlash(translator.url)), {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(question),
			redirect: 'error',
			signal: AbortSignal.timeout(LONGEST_MS),
		});
		const answer = await readSome(response);
		return response.ok ? translatedIn(answer) : refused(reasonOf(response.status));
	} catch {
		return refused('translator-away');
	}
}

function withSlash(url: string): string {
	return url.endsWith('/') ? url : `${url}/`;
}

function reasonOf(status: number): string {
	if (status === 429) return 'translator-busy';
	return status >= 500 ? 'translator-away' : 'translator-refuses';
}

async function readSome({ body }: Response): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body ?? []) {
		size += chunk.length;
		if (size > LARGEST_ANSWER) return '';
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function translatedIn(answer: string): string | Refusal {
	try {
		const value: unknown = JSON.parse(answer);
		if (typeof value === 'object' && value !== null && 'translatedText' in value) {
			if (typeof value.translatedText === 'string') return value.translatedText;
		}
	} catch {
		// No JSON is as wrong as another shape.
	}
	return refused('translator-wrong');
}
