import fs from 'node:fs';
import path from 'node:path';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Agreement, AgreementStep } from './agreement.ts';
import { agreements } from './store.server.ts';

type Written = Omit<Agreement, 'id' | 'steps'> & {
	readonly clientId: string;
	readonly steps: readonly Omit<AgreementStep, 'number' | 'accountId'>[];
};

/** Made-up agreements of this year, a refused one among them; those that are there stay as they are. */
export async function loadDemonstrationAgreements(tx: Queryable): Promise<void> {
	for (const { steps, ...given } of written()) {
		const one = { ...given, id: newId() };
		if (!(await agreements(tx).add(one))) continue;
		for (const step of steps) await agreements(tx).addStep(one.id, { ...step, accountId: null, notedAt: now() });
	}
}

function written(): Written[] {
	const text = fs.readFileSync(path.join(ground().root, 'starter/demonstration-agreements.json'), 'utf8');
	// The file is ours; a test loads it.
	return JSON.parse(text.replaceAll('{year}', today().slice(0, 4))) as Written[];
}
