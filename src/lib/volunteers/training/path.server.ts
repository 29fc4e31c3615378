import fs from 'node:fs';
import path from 'node:path';
import { ground } from '#lib/platform/ground.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** One step of a newcomer: something of the site to read, or something to do there. */
export type Step = { readonly id: string } & (
	| { readonly guide: string }
	| { readonly material: string }
	| { readonly href: string; readonly names: Texts; readonly lines: Texts }
);

/** In the order in which it is learnt. */
export function trainingSteps(): readonly Step[] {
	return (known ??= read());
}

let known: readonly Step[] | undefined;

function read(): readonly Step[] {
	const text = fs.readFileSync(path.join(ground().root, 'starter/training.json'), 'utf8');
	// The file is ours; a test looks at every step of it.
	return (JSON.parse(text) as { steps: Step[] }).steps;
}
