import { readdirSync, readFileSync } from 'node:fs';
import { mistyped } from '../../src/lib/search/layout.ts';

export type Question = { q: string; ids: string[]; kind: string };

const FOLDER = new URL('./questions/', import.meta.url);
const LONGEST_MISTYPED = 3;

export function loadQuestions(files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))): Question[] {
	return files.flatMap((file): Question[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
}

/** The short ones once more on the wrong keyboard: people notice after a few words. */
export function mistypedQuestions(questions: readonly Question[]): Question[] {
	return questions.filter(({ q }) => q.split(/\s+/).length <= LONGEST_MISTYPED).flatMap(variants);
}

function variants({ q, ids }: Question): Question[] {
	const variant = (kind: string, text: string) => ({ q: text, ids, kind });
	if (/^[\p{sc=Cyrl}\s-]+$/u.test(q)) {
		return [
			variant('mistyped: ru on fi keys', mistyped.russianOnFinnish(q)),
			variant('mistyped: ru on us keys', mistyped.russianOnAmerican(q)),
		];
	}
	return /^[\p{sc=Latn}\s-]+$/u.test(q) ? [variant('mistyped: fi on ru keys', mistyped.finnishOnRussian(q))] : [];
}
