import { expect, test } from 'vitest';
import { planted, realTree } from './tree.ts';
import {
	idleSettings,
	jobKinds,
	longFiles,
	migrationFaults,
	noLongerLong,
	retention,
	undeclaredSettings,
} from './wholeness.ts';

const tree = realTree();
const SETTINGS = 'src/lib/platform/settings.server.ts';

test('every setting that is read is declared', () => {
	const sources = planted({
		[SETTINGS]: '\tPORT: v.optional(port),\n',
		'src/wiring.server.ts': 'process.env.PORT; environment.SILTA_COLOUR;\n// process.env.OLD\n',
		'bin/build.ts': "process.env['DEBUG']; process.env.PATH",
	});
	expect(undeclaredSettings(sources)).toEqual(['src/wiring.server.ts:1 SILTA_COLOUR', 'bin/build.ts:1 DEBUG']);
	expect(undeclaredSettings(tree)).toEqual([]);
});

test('every setting that is declared is used', () => {
	expect(
		idleSettings(planted({ [SETTINGS]: '\tPORT: v.optional(port),\n\tHOST: v.string(),\n\tport: s.PORT' })),
	).toEqual(['HOST']);
	expect(idleSettings(tree)).toEqual([]);
});

test('every kind of job has somebody who does it, and is asked for', () => {
	const sources = planted({
		'src/a.server.ts': "await enqueue(tx, {\n\tkind: 'expire', key });\nawait enqueue({ kind: 'remind' });",
		'src/wiring.server.ts': "startWorker({ expire, 'old-one': oldOne })",
	});
	expect(jobKinds(sources)).toEqual({ unhandled: ['remind'], idle: ['old-one'] });
	expect(jobKinds(tree)).toEqual({ unhandled: [], idle: [] });
});

test('docs/retention.md says of every table what it holds and until when, and of no other', () => {
	const sources = planted({
		'db/schema.sql': 'create table cases (\n);\n\ncreate table notes (\n);\n',
		'docs/retention.md': '| table | holds |\n| --- | --- |\n| `cases` | x |\n| letters | x |\n',
	});
	expect(retention(sources)).toEqual({ unexplained: ['notes'], gone: ['letters'] });
	expect(retention(tree)).toEqual({ unexplained: [], gone: [] });
});

test('migrations are numbered without a gap and short enough to be read', () => {
	const sources = planted({
		'db/migrations/0001_ground.sql': 'x\n'.repeat(3),
		'db/migrations/0003_later.sql': 'x\n',
		'db/migrations/0003_long.sql': 'x\n'.repeat(4),
	});
	expect(migrationFaults(sources, 3)).toEqual([
		'db/migrations/0003_later.sql should be number 0002',
		'db/migrations/0003_long.sql has 4 lines',
	]);
	expect(migrationFaults(tree)).toEqual([]);
});

test('no file is long without a reason, and none of code is very long', () => {
	const sources = planted({
		'src/short.ts': 'x\n'.repeat(300),
		'src/long.ts': 'x\n'.repeat(301),
		'src/reasoned.ts': 'x\n'.repeat(400),
		'src/veryLong.ts': 'x\n'.repeat(401),
	});
	const listed = { 'src/reasoned.ts': 'a table', 'src/veryLong.ts': 'a table', 'src/short.ts': 'was long' };
	expect(longFiles(sources, listed)).toEqual(['src/long.ts has 301 lines', 'src/veryLong.ts has 401 lines']);
	expect(noLongerLong(sources, listed)).toEqual(['src/short.ts']);
	expect(longFiles(tree)).toEqual([]);
	expect(noLongerLong(tree)).toEqual([]);
});
