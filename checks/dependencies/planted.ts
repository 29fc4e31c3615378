import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ARROWS } from './arrows.ts';

/** One forbidden import: the file that does it and what it imports. */
export type Plant = { readonly from: string; readonly to: string };

/** For each rule a tree that breaks it; the key is the rule's name. */
export const PLANTS: Readonly<Record<string, readonly Plant[]>> = {
	'domain-is-pure': [
		{ from: 'src/lib/chat/pure1.ts', to: 'pg' },
		{ from: 'src/lib/chat/pure2.ts', to: '@sveltejs/kit' },
		{ from: 'src/lib/chat/pure3.ts', to: 'node:fs' },
		{ from: 'src/lib/chat/pure4.ts', to: '#lib/chat/store.server.ts' },
		{ from: 'src/lib/platform/pure5.ts', to: '#lib/platform/log.server.ts' },
	],
	'browser-is-not-server': [
		{ from: 'src/lib/chat/ui/sent.ts', to: '#lib/chat/index.server.ts' },
		{ from: 'src/routes/page/+page.svelte', to: '#lib/platform/log.server.ts' },
		{ from: 'src/lib/design/when.ts', to: 'node:path' },
	],
	'driver-only-in-stores': [
		{ from: 'src/lib/chat/claim.server.ts', to: 'pg' },
		{ from: 'src/routes/api/+server.ts', to: 'pg' },
	],
	'area-by-its-door': [
		{ from: 'src/lib/chat/deep.server.ts', to: '#lib/cases/store.server.ts' },
		{ from: 'src/lib/chat/deepType.ts', to: 'type #lib/network/desks/hours.ts' },
		{ from: 'src/lib/content/deepPublic.server.ts', to: '#lib/network/public.server.ts' },
	],
	'area-by-its-door-from-outside': [
		{ from: 'src/routes/chat/+page.server.ts', to: '#lib/chat/open.server.ts' },
		{ from: 'src/front/deep.server.ts', to: '#lib/chat/open.server.ts' },
		{ from: 'bin/commands/deep.ts', to: '../../src/lib/chat/open.server.ts' },
	],
	'testing-is-for-tests': [
		{ from: 'src/lib/chat/usesTesting.server.ts', to: './testing.ts' },
		{ from: 'src/lib/chat/usesGround.server.ts', to: '../../../bin/testing/ground.ts' },
	],
	'site-without-tools': [{ from: 'src/lib/chat/usesBin.server.ts', to: '../../../bin/trouble.ts' }],
	'area-is-in-the-table': [{ from: 'src/lib/gossip/index.server.ts', to: '#lib/platform/clock.ts' }],
	'platform-knows-no-area': [{ from: 'src/lib/platform/wise.server.ts', to: '#lib/chat/index.server.ts' }],
	'design-knows-no-area': [{ from: 'src/lib/design/Wise.svelte', to: '#lib/chat/index.ts' }],
	'design-is-for-pages': [{ from: 'src/lib/chat/pretty.ts', to: '#lib/design/when.ts' }],
	'routes-know-no-store': [{ from: 'src/routes/store/+page.server.ts', to: '#lib/chat/store.server.ts' }],
	'no-circle': [
		{ from: 'src/lib/chat/egg.ts', to: './hen.ts' },
		{ from: 'src/lib/chat/hen.ts', to: './egg.ts' },
	],
	'drills-from-outside': [
		{ from: 'drills/kill/run.ts', to: '../../src/lib/chat/index.server.ts' },
		{ from: 'e2e/ask.e2e.ts', to: '../src/lib/platform/log.server.ts' },
	],
	found: [{ from: 'src/lib/chat/lost.ts', to: './nowhere.ts' }],
	...Object.fromEntries(Object.keys(ARROWS).flatMap(forbiddenArrow)),
};

/** Each area is planted with an arrow that its line of the table does not hold. */
function forbiddenArrow(area: string): [string, Plant[]][] {
	if (area === 'platform' || area === 'design') return [];
	const others = Object.keys(ARROWS).filter((other) => !['platform', 'design', area].includes(other));
	const away = others.find((other) => !ARROWS[area]?.includes(other)) ?? '';
	return [[`arrows-of-${area}`, [{ from: `src/lib/${area}/away.server.ts`, to: `#lib/${away}/index.server.ts` }]]];
}

/** Imports that every rule lets through. */
export const ALLOWED: readonly Plant[] = [
	{ from: 'src/lib/chat/good.ts', to: '#lib/cases/index.ts' },
	{ from: 'src/lib/chat/store.server.ts', to: '#lib/platform/db/database.server.ts' },
	{ from: 'src/lib/platform/db/database.server.ts', to: 'pg' },
	{ from: 'src/lib/chat/good.server.test.ts', to: './testing.ts' },
	{ from: 'src/lib/chat/ground.server.test.ts', to: '../../../bin/testing/ground.ts' },
	{ from: 'bin/test.ts', to: './testing/steps.ts' },
	{ from: 'src/lib/chat/ui/Good.svelte', to: '#lib/design/when.ts' },
	{ from: 'src/routes/search/+page.server.ts', to: '#lib/search/public.server.ts' },
	{ from: 'src/routes/good/+page.svelte', to: '#lib/chat/ui/Good.svelte' },
	{ from: 'drills/clock.ts', to: 'type ../src/lib/platform/clock.ts' },
];

/** Writes all plants into one temporary tree; what they import is there, empty. */
export function plantTree(): string {
	const root = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-planted-'));
	write(root, 'package.json', JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }));
	for (const name of ['pg', '@sveltejs/kit']) {
		write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
		write(root, `node_modules/${name}/index.js`, '');
	}
	// Components are compiled before they are read, and then import what Svelte brings.
	fs.symlinkSync(path.join(import.meta.dirname, '../../node_modules/svelte'), path.join(root, 'node_modules/svelte'));
	const plants = [...Object.values(PLANTS).flat(), ...ALLOWED];
	for (const { from, to } of plants) write(root, from, importing(from, to));
	for (const target of plants.flatMap(targetOf)) {
		if (!fs.existsSync(path.join(root, target))) write(root, target, 'export const nothing = 0;\n');
	}
	return root;
}

function importing(from: string, to: string): string {
	const statement = to.startsWith('type ')
		? `import type { Thing } from '${to.slice(5)}';\nexport type Mine = Thing;\n`
		: `import * as thing from '${to}';\nexport const mine = thing;\n`;
	return from.endsWith('.svelte') ? `<script lang="ts">\n${statement.replace('export ', '')}</script>\n` : statement;
}

function targetOf({ from, to }: Plant): string[] {
	const place = to.replace(/^type /, '');
	if (place === './nowhere.ts') return [];
	if (place.startsWith('#lib/')) return [place.replace('#lib/', 'src/lib/')];
	return place.startsWith('.') ? [path.join(path.dirname(from), place)] : [];
}

function write(root: string, file: string, text: string): void {
	fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
	fs.writeFileSync(path.join(root, file), text);
}
