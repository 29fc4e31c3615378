import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const units = ['silta@.service', 'silta-keystore.service'].map((name) => read(`ops/systemd/${name}`));
const nginx = read('ops/nginx/silta.conf');

/** The names that a unit or an environment file sets. */
function settingsIn(text: string): string[] {
	const lines = text.split('\n').flatMap((line) => /^(?:Environment=)?([A-Z_]+=.*)$/.exec(line)?.[1] ?? []);
	return lines.flatMap((line) => [...line.matchAll(/(?:^|\s)([A-Z_]+)=/g)].map(([, name]) => name ?? ''));
}

test('what the units and the environment file set are settings that exist', () => {
	const declared = read('src/lib/platform/settings.server.ts');
	const set = [...units, read('ops/systemd/silta.env.example')].flatMap(settingsIn);
	expect(set).toEqual(expect.arrayContaining(['PORT', 'SILTA_PROXY', 'KEYSTORE_URL', 'SILTA_KEYS', 'DATABASE_URL']));
	expect(set.filter((name) => !declared.includes(`\t${name}: `))).toEqual([]);
});

test('nodes and keystore are told the same place and the same secret', () => {
	for (const setting of ['KEYSTORE_URL', 'KEYSTORE_SECRET_FILE', 'LoadCredential']) {
		const [node, keystore] = units.map((unit) => unit.split('\n').find((line) => line.includes(`${setting}=`)));
		expect(node).toBeDefined();
		expect(node).toBe(keystore);
	}
});

test('no unit lets its memory go into a file, and a stop is told to the program alone', () => {
	for (const unit of units)
		for (const line of ['LimitCORE=0', 'MemorySwapMax=0', 'KillMode=mixed', 'NoNewPrivileges=yes'])
			expect(unit.split('\n')).toContain(line);
});

test('the proxy writes down nobody, holds back no stream, and believes nobody about her own way', () => {
	const servers = nginx.split(/^server \{/m).slice(1);
	expect(servers).toHaveLength(3);
	for (const server of servers) expect(server).toContain('access_log off;');
	expect(nginx).not.toMatch(/\$(proxy_add_x_forwarded_for|http_x_forwarded)/);
	for (const name of [
		'X-Forwarded-For $remote_addr',
		'X-Forwarded-Proto $scheme',
		'X-Forwarded-Host ""',
		'Forwarded ""',
	])
		expect(nginx).toContain(`proxy_set_header ${name};`);
	const streams = /location ~ ([^\n]*stream\$) \{([^}]*)\}/.exec(nginx)?.[2] ?? '';
	expect(streams).toContain('proxy_buffering off;');
	expect(nginx).toContain('proxy_max_temp_file_size 0;');
});

test('a location of its own does not lose the headers of the server', () => {
	const locations = [...nginx.matchAll(/location [^{]*\{([^}]*)\}/g)].map(([, body]) => body ?? '');
	expect(locations.filter((body) => body.includes('proxy_set_header'))).toEqual([]);
});

test('the proxy lets an idle connection go before the node ends it', () => {
	const upstream = /upstream silta \{([^}]*)\}/.exec(nginx)?.[1];
	const kept = Number(/keepalive_timeout (\d+)s;/.exec(upstream ?? '')?.[1]);
	const byNode = Number(/keepAliveTimeout = ([\d_]+);/.exec(read('bin/commands/start.ts'))?.[1]?.replaceAll('_', ''));
	expect(kept * 1_000).toBeLessThan(byNode);
});
