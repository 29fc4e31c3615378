import { describe, expect, test } from 'vitest';
import { breaksOf, LINE_RULES, type LineRule } from './lines.ts';
import { planted, realTree } from './tree.ts';

type Samples = { file: string; wrong: string[]; right: string[] };

const SAMPLES: Record<keyof typeof LINE_RULES, Samples> = {
	'raw html': { file: 'src/lib/chat/ui/Bubble.svelte', wrong: ['<p>{@html text}</p>'], right: ['<p>{text}</p>'] },
	'style attribute': {
		file: 'src/routes/+page.svelte',
		wrong: ['<p style="color: red">', '<p style:width={w}>', '<p\n\tstyle={x}>'],
		right: ['<style>p { color: red }</style>', '<p class:style>', 'const style = 1;'],
	},
	'inline handler': {
		file: 'src/front/refusal.server.ts',
		wrong: ['const page = `<button onclick="go()">`;', "<img onerror='x'>"],
		right: ['<button onclick={go}>', '<p data-one="x">', 'on = "x"'],
	},
	'side of the page': {
		file: 'src/lib/design/site.css',
		wrong: ['p { margin-left: 1rem }', 'p { text-align: right; }', 'p { left: 0 }', '\tborder-right-color: red;'],
		right: ['p { margin-inline-start: 1rem }', 'p { text-align: start }', 'p { inset-inline-start: 0 }'],
	},
	clock: {
		file: 'src/lib/chat/close.server.ts',
		wrong: ['const at = new Date();', 'Date.now()', 'map(Date.now)', 'performance.now()'],
		right: ['new Date(row.at)', 'now()', 'Date.parse(text)'],
	},
	chance: { file: 'src/lib/chat/open.server.ts', wrong: ['Math.random()'], right: ['Math.round(2.5)', 'newId()'] },
	sql: {
		file: 'src/lib/chat/close.server.ts',
		wrong: [
			'tx.query(`select 1`)',
			"db.query<Row>('update cases set x = 1')",
			'const sql = `\n\tselect id\n\tfrom cases where id = $1`',
			"const sql = 'delete from cases '",
			'const sql = `insert into cases (id)`',
		],
		right: ['// selected from the list', "say('select')", 'update(queue)', 'cases(tx).remove(id)'],
	},
	'browser storage': {
		file: 'src/lib/chat/ui/visitor/outbox.ts',
		wrong: ['localStorage.setItem(a, b)', 'window.sessionStorage'],
		right: ["'clear-site-data': '\"storage\"'"],
	},
	any: {
		file: 'bin/build.ts',
		wrong: ['function f(x: any) {}', 'const x = y as any;', 'Array<any>', 'x: string | any;'],
		right: [
			'const of = ({ any }) => all(any);',
			'// what: any of these',
			"case 'any': {",
			'const anyOne = 1;',
			'where id = any($1)',
		],
	},
	'silenced check': {
		file: 'src/lib/chat/read.server.ts',
		wrong: [
			'// @ts-ignore',
			'// eslint-disable-next-line',
			'// biome-ignore lint: ',
			'/* @ts-nocheck */',
			'<!-- svelte-ignore a11y_x -->',
		],
		right: [
			'// @ts-expect-error: it does not compile',
			'<!-- svelte-ignore a11y_x -- it scrolls -->',
			'// biome-ignore lint/suspicious/noConsole: the log itself',
		],
	},
	'undated todo': {
		file: 'src/lib/chat/read.server.ts',
		wrong: ['// TODO mend this', '// FIXME(later)', '// TODO(2026-12-01)'],
		right: ['// TODO(2026-12-01, desk): ask for the number', "const todo = 'x';"],
	},
	'place of one machine': {
		file: 'docs/architecture.md',
		wrong: ['see `/Users/anna/x.md`', "read('/home/anna/x')", 'from /root/x', `in /${'work'}/x`],
		right: ['/staff/desk', 'the folder /var/lib/silta', 'src/home/root/x'],
	},
};

const tree = realTree();

describe.each(Object.entries(LINE_RULES) as [keyof typeof LINE_RULES, LineRule][])('%s', (name, rule) => {
	const { file, wrong, right } = SAMPLES[name];
	const found = (sample: string): number => breaksOf(rule, planted({ [file]: sample })).length;

	test('is found where it is planted, and what is like it is left alone', () => {
		expect(wrong.filter((sample) => found(sample) === 0)).toEqual([]);
		expect(right.filter((sample) => found(sample) > 0)).toEqual([]);
	});
	test('does not stand in the code', () => {
		expect(breaksOf(rule, tree), rule.why).toEqual([]);
	});
});
