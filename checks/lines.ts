import { lineAt, type Tree, within } from './tree.ts';

/** Something that may not stand in the code: where it is looked for, and what it looks like. */
export type LineRule = {
	readonly why: string;
	readonly where: RegExp;
	readonly except?: RegExp;
	readonly pattern: RegExp;
};

const CODE = /^(src|bin|bench|checks|drills|e2e)\/.*\.(ts|mjs|svelte)$|^[^/]+\.(ts|mjs)$/;
const SERVER_CODE = /^src\/.*\.ts$/;
const BROWSER_OR_TEST = /\/ui\/|\.test\.ts$|\/testing(\.server)?\.ts$/;
/** Tables of these rules and their planted samples hold what is looked for. */
const CHECKS = /^checks\//;
const STATEMENT = /\b(select\s[^;]*?\sfrom|insert into|delete from|update [a-z_]+ set|(create|alter|drop) table)\s/;

export const LINE_RULES = {
	'raw html': {
		why: 'Text becomes markup in no place; a place that must is reviewed and named here.',
		where: /^src\/.*\.svelte$/,
		pattern: /\{@html\b/,
	},
	'style attribute': {
		why: 'The content policy lets no style attribute through.',
		where: /^src\/.*\.(svelte|html)$/,
		pattern: /\sstyle(:[\w-]+)?=/,
	},
	'inline handler': {
		why: 'The content policy lets no inline script through.',
		where: /^src\/.*\.(svelte|html|ts)$/,
		except: /\.test\.ts$/,
		pattern: /<[^>]*\son[a-z]+\s*=\s*["'][^>]*>/,
	},
	'side of the page': {
		why: 'Languages run both ways: logical properties only.',
		where: /^src\/.*\.(svelte|css)$/,
		pattern:
			/(^|[;{\s])((margin|padding|border)-(left|right)(-[a-z]+)?|left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/,
	},
	clock: {
		why: 'Only platform/clock.ts knows what time it is, so that tests can turn it.',
		where: SERVER_CODE,
		except: new RegExp(`${BROWSER_OR_TEST.source}|^src/lib/platform/clock\\.ts$`),
		pattern: /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|\bDate\(\)/,
	},
	chance: {
		why: 'Only platform/randomness.server.ts throws dice.',
		where: /^src\/.*\.(ts|svelte)$/,
		except: /\.test\.ts$|^src\/lib\/platform\/randomness\.server\.ts$/,
		pattern: /\bMath\.random\b/,
	},
	sql: {
		why: 'The SQL of an area stands in its store.server.ts.',
		where: /^src\/.*\.(ts|svelte)$/,
		except: new RegExp(`/store\\.server\\.ts$|^src/lib/platform/|${BROWSER_OR_TEST.source}`),
		pattern: new RegExp(`[\`'"](?:[^\`'"]*\\s)?${STATEMENT.source}|\\.query(<[^>]*>)?\\(\\s*[\`'"]`),
	},
	'browser storage': {
		why: 'Nothing of a person is left in a browser.',
		where: /^src\/.*\.(ts|svelte)$/,
		// What was tapped off line, as codes without a person (docs/decisions/0026).
		except: /^src\/lib\/design\/tally\/keep\.ts$/,
		pattern: /\b(localStorage|sessionStorage|indexedDB)\b/,
	},
	any: {
		why: 'A type that is not known is `unknown`.',
		where: CODE,
		except: CHECKS,
		pattern: /[:<|&]\s*any\s*[;,)>=|&[\]{]|\bas any\b/,
	},
	'silenced check': {
		why: 'A check that is wrong is mended, not silenced; a test may expect that something does not compile.',
		where: CODE,
		except: CHECKS,
		pattern: /eslint-disable|@ts-ignore|@ts-nocheck|biome-ignore(?! [\w/]+: \S)|svelte-ignore(?! [\w, ]+ -- \S)/,
	},
	'undated todo': {
		why: 'TODO has a date and an owner: TODO(2026-12-01, name).',
		where: CODE,
		except: CHECKS,
		pattern: /\b(TODO|FIXME|XXX)\b(?!\(\d{4}-\d{2}-\d{2}, \S)/,
	},
	'place of one machine': {
		why: 'The project stands alone: no path of anybody’s machine.',
		where: /./,
		except: CHECKS,
		pattern: /(^|[\s'"`(])\/(work|home|Users|root)\//,
	},
} as const satisfies Readonly<Record<string, LineRule>>;

/** `file:line` of everything that breaks the rule. */
export function breaksOf(rule: LineRule, tree: Tree): string[] {
	const pattern = new RegExp(rule.pattern.source, 'gm');
	return within(tree, rule.where, rule.except).flatMap(([file, text]) =>
		[...text.matchAll(pattern)].map((found) => `${file}:${lineAt(text, found.index)} ${found[0].trim().slice(0, 60)}`),
	);
}
