import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mistyped } from '../../src/lib/search/layout.ts';

export type Question = { q: string; ids: string[]; kind: string };

const FOLDER = new URL('./questions/', import.meta.url);
const JUDGE = new URL('./judge/', import.meta.url);
const LONGEST_MISTYPED = 3;

export function loadQuestions(files = filesIn(FOLDER)): Question[] {
	return files.flatMap((file) => read(file, FOLDER));
}

/** Written by somebody who saw nothing of the search. Only figures about all of them may be shown. */
export function loadJudge(): Question[] {
	return filesIn(JUDGE).flatMap((file) => read(file, JUDGE));
}

/** The short ones once more on the wrong keyboard: people notice after a few words. */
export function mistypedQuestions(questions: readonly Question[]): Question[] {
	return questions.filter(({ q }) => q.split(/\s+/).length <= LONGEST_MISTYPED).flatMap(variants);
}

function filesIn(folder: URL): string[] {
	return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
}

function read(file: string, folder: URL): Question[] {
	return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
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
