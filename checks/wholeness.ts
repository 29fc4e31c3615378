import { lineAt, textOf, type Tree, within, withoutComments } from './tree.ts';

const SETTINGS = 'src/lib/platform/settings.server.ts';
/** What belongs to the machine, to npm or to a library, and is no setting of ours. */
const FOREIGN = [
	'PATH',
	'HOME',
	'TMPDIR',
	'NODE_ENV',
	'NO_COLOR',
	'npm_package_version',
	'PROTOCOL_HEADER',
	'BODY_SIZE_LIMIT',
];
/** What one part of ours tells another inside one run: nobody sets it by hand. */
const PASSED_ON = [
	'SILTA_OWN_DATABASE',
	'SILTA_VERSION',
	'SILTA_E2E_URL',
	'SILTA_E2E_PORT',
	'SILTA_E2E_DATA',
	'SILTA_E2E_PID',
];
/** For the tests alone: the browser they use. */
const FOR_TESTS = ['CHROMIUM'];

/** Names read from the environment in src, bin and the configuration that the settings do not declare. */
export function undeclaredSettings(tree: Tree): string[] {
	const known = [...declared(tree), ...FOREIGN, ...PASSED_ON, ...FOR_TESTS];
	const read = /\b(?:process\.env|environment|env)(?:\.([A-Za-z_]\w*)|\[\s*['"]([A-Za-z_]\w*)['"]\s*\])/g;
	return within(tree, /^(src|bin)\/.*\.(ts|mjs)$|^[^/]+\.(ts|mjs)$/, /\.test\.ts$/).flatMap(([file, source]) => {
		const text = withoutComments(source);
		const found = [...text.matchAll(read)].map((match) => ({
			name: match[1] ?? match[2] ?? '',
			at: lineAt(text, match.index),
		}));
		return found.filter(({ name }) => !known.includes(name)).map(({ name, at }) => `${file}:${at} ${name}`);
	});
}

/** Settings that are declared and then used by nobody. */
export function idleSettings(tree: Tree): string[] {
	const text = textOf(tree, SETTINGS);
	return declared(tree).filter((name) => !new RegExp(`\\bs\\.${name}\\b`).test(text));
}

function declared(tree: Tree): string[] {
	return [...textOf(tree, SETTINGS).matchAll(/^\t([A-Z][A-Z_]+): v\./gm)].map((found) => found[1] ?? '');
}

/** Kinds of jobs that are put into the queue and that nobody does; and those that nobody puts there. */
export function jobKinds(tree: Tree): { unhandled: string[]; idle: string[] } {
	const sources = within(tree, /^src\/.*\.ts$/, /\.test\.ts$/).map(([, text]) => text);
	const wanted = sources.flatMap((text) =>
		[...text.matchAll(/\benqueue\([^;]*?\bkind:\s*'([\w-]+)'/g)].map((found) => found[1] ?? ''),
	);
	const handlers = sources.flatMap((text) =>
		[...text.matchAll(/\bstartWorker\(\{([^}]*)\}/g)].flatMap((found) => namesIn(found[1] ?? '')),
	);
	return {
		unhandled: wanted.filter((kind) => !handlers.includes(kind)),
		idle: handlers.filter((kind) => !wanted.includes(kind)),
	};
}

function namesIn(parts: string): string[] {
	return parts
		.split(',')
		.map((part) => part.split(':')[0]?.replace(/['"\s]/g, '') ?? '')
		.filter(Boolean);
}

/** Tables of the database without a row in docs/retention.md, and rows there without a table. */
export function retention(tree: Tree): { unexplained: string[]; gone: string[] } {
	const tables = [...textOf(tree, 'db/schema.sql').matchAll(/^create table (\w+)/gm)].map((found) => found[1] ?? '');
	const rows = [...(tree.get('docs/retention.md') ?? '').matchAll(/^\|\s*`?([a-z]\w*)`?\s*\|/gm)].map(
		(found) => found[1] ?? '',
	);
	const explained = rows.filter((row) => row !== 'table');
	return {
		unexplained: tables.filter((table) => !explained.includes(table)),
		gone: explained.filter((row) => !tables.includes(row)),
	};
}

/** Migrations that leave a gap, share a number, are named in another way, or are too long to be read at once. */
export function migrationFaults(tree: Tree, longest = 80): string[] {
	const files = within(tree, /^db\/migrations\//).sort(([a], [b]) => a.localeCompare(b));
	return files.flatMap(([file, text], index) => {
		const number = String(index + 1).padStart(4, '0');
		if (!new RegExp(`^db/migrations/${number}_[a-z0-9_]+\\.sql$`).test(file))
			return [`${file} should be number ${number}`];
		return linesOf(text) > longest ? [`${file} has ${linesOf(text)} lines`] : [];
	});
}

/** Why a file is longer than 300 lines, one line each. Only sheets and tables may be longer than 400. */
export const LONG_FILES: Readonly<Record<string, string>> = {};

export function longFiles(tree: Tree, listed = LONG_FILES): string[] {
	return within(tree, /^(src|bin|bench|checks|drills|e2e)\/.*\.(ts|mjs|svelte|css)$/)
		.map(([file, text]) => ({ file, lines: linesOf(text) }))
		.filter(({ file, lines }) => lines > 300 && (listed[file] === undefined || (lines > 400 && !file.endsWith('.css'))))
		.map(({ file, lines }) => `${file} has ${lines} lines`);
}

/** Files that are listed as long and no longer are. */
export function noLongerLong(tree: Tree, listed = LONG_FILES): string[] {
	return Object.keys(listed).filter((file) => linesOf(tree.get(file) ?? '') <= 300);
}

function linesOf(text: string): number {
	return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
