import fs from 'node:fs';
import path from 'node:path';

/** Files of the project by their path, with their text: the real ones, or a few planted by a test. */
export type Tree = ReadonlyMap<string, string>;

const ROOT = path.join(import.meta.dirname, '..');
const PLACES = ['src', 'bin', 'bench', 'checks', 'drills', 'e2e', 'db', 'messages', 'docs'];
const TEXT = /\.(ts|mjs|js|svelte|css|html|json|sql|md)$/;
const MADE = /^src\/lib\/chat\/ui\/made\//;

export function realTree(): Tree {
	const files = PLACES.flatMap((place) => filesBelow(place)).filter((file) => TEXT.test(file) && !MADE.test(file));
	const top = fs.readdirSync(ROOT).filter((file) => /\.(ts|mjs)$/.test(file));
	return new Map([...files, ...top].map((file) => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')]));
}

export function planted(files: Readonly<Record<string, string>>): Tree {
	return new Map(Object.entries(files));
}

/** The part of a tree whose paths look like this. */
export function within(tree: Tree, place: RegExp, except?: RegExp): [file: string, text: string][] {
	return [...tree].filter(([file]) => place.test(file) && !except?.test(file));
}

export function jsonOf(tree: Tree, file: string): unknown {
	return JSON.parse(textOf(tree, file));
}

/** A check that finds nothing because its file has moved would be worse than none. */
export function textOf(tree: Tree, file: string): string {
	const text = tree.get(file);
	if (text === undefined) throw new Error(`${file} is missing`);
	return text;
}

export function lineAt(text: string, index: number): number {
	return text.slice(0, index).split('\n').length;
}

/** The text with its comments blanked, every line where it was. */
export function withoutComments(text: string): string {
	return text.replace(/^[\t ]*(\/\/.*|\/\*[\s\S]*?\*\/)/gm, (comment) => comment.replace(/[^\n]/g, ' '));
}

function filesBelow(place: string): string[] {
	if (!fs.existsSync(path.join(ROOT, place))) return [];
	const entries = fs.readdirSync(path.join(ROOT, place), { withFileTypes: true });
	return entries
		.flatMap((entry) => (entry.isDirectory() ? filesBelow(`${place}/${entry.name}`) : [`${place}/${entry.name}`]))
		.sort();
}
