import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Era } from './era.ts';

const LONGEST_MS = 30_000;

/** Waits until nothing is left of past days, neither keys nor rows; false when that never comes. */
export async function isSwept({ network, dayOf, day }: Era): Promise<boolean> {
	const today = dayOf(day);
	return comes(async () => {
		const rows = await network.sql('select 1 from conversations where expires_on < $1', [today]);
		return rows.length === 0 && keyDays(network.folder).every((name) => name.slice(0, 10) >= today);
	});
}

/** Waits until no share is still to be destroyed. */
export async function isForgotten({ network }: Era): Promise<boolean> {
	const open = `select 1 from jobs where kind = 'forget' and finished_at is null`;
	return comes(async () => (await network.sql(open)).length === 0);
}

function keyDays(folder: string): string[] {
	const days = path.join(folder, 'keys/chat');
	return fs.existsSync(days) ? fs.readdirSync(days) : [];
}

async function comes(test: () => Promise<boolean>): Promise<boolean> {
	const end = performance.now() + LONGEST_MS;
	while (performance.now() < end) {
		if (await test().catch(() => false)) return true;
		await pause(50);
	}
	return false;
}
