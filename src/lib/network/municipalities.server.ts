import fs from 'node:fs';
import path from 'node:path';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

export type Municipality = { readonly code: string; readonly names: Texts };

/** All municipalities of Finland, by their Finnish names. */
export function municipalities(): readonly Municipality[] {
	return (known ??= read());
}

export function municipalityOf(code: string): Municipality | undefined {
	return municipalities().find((one) => one.code === code);
}

let known: readonly Municipality[] | undefined;

function read(): readonly Municipality[] {
	const text = fs.readFileSync(path.join(ground().root, 'starter/municipalities.json'), 'utf8');
	// The file is ours; a test counts them.
	return (JSON.parse(text) as { municipalities: Municipality[] }).municipalities;
}
