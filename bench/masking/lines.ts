import { readdirSync, readFileSync } from 'node:fs';
import type { Kind } from './corpus.ts';

type Mark = { kind: Kind | 'either'; start: number; end: number };
/** A message as a person would type it; `before` holds the author's earlier messages. */
export type Line = { language: string; text: string; before: string[]; marks: Mark[] };
export type Half = 'developed on' | 'held out';

const FOLDER = new URL('./chat/', import.meta.url);

const KINDS: Record<string, Mark['kind']> = {
	h: 'hetu, valid',
	m: 'hetu, mistyped with context',
	i: 'iban',
	k: 'card',
	'': 'codes, passwords, user ids',
	'?': 'either',
};

/** The hand-written lines, split by a hash of their words so that nobody chooses the easy half. */
export function handWritten(half: Half): Line[] {
	return readdirSync(FOLDER).flatMap((file) => {
		const lines = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
		return lines.filter((line) => line !== '' && halfOf(line) === half).map((line) => read(line, file.slice(0, 2)));
	});
}

function read(line: string, language: string): Line {
	const messages = line.replaceAll('⏎', '\n').split('‖');
	const before = messages.slice(0, -1).map((message) => unmarked(message).text);
	return { language, before, ...unmarked(messages.at(-1) ?? '') };
}

function unmarked(marked: string): { text: string; marks: Mark[] } {
	const marks: Mark[] = [];
	let text = '';
	let at = 0;
	for (const found of marked.matchAll(/\{(?:([hmik?]):)?([^{}]+)\}/g)) {
		const value = found[2] ?? '';
		text += marked.slice(at, found.index);
		marks.push({ kind: KINDS[found[1] ?? ''] ?? 'either', start: text.length, end: text.length + value.length });
		text += value;
		at = found.index + found[0].length;
	}
	return { text: text + marked.slice(at), marks };
}

function halfOf(line: string): Half {
	let hash = 0x811c9dc5;
	for (const unit of line) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
	return (hash >>> 15) % 2 === 0 ? 'developed on' : 'held out';
}
