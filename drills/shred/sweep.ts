import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Era } from './era.ts';

/** By the clock of the site. */
const LONGEST_MINUTES = 180;
const STEP_MINUTES = 3;

/** Waits until nothing is left of past days, neither keys nor rows; false when that never comes. */
export async function isSwept(era: Era): Promise<boolean> {
	const { network } = era;
	const today = era.dayOf(era.day);
	return comes(era, async () => {
		const rows = await network.sql('select 1 from conversations where expires_on < $1', [today]);
		return rows.length === 0 && keyDays(network.folder).every((name) => name.slice(0, 10) >= today);
	});
}

/** Waits until no share is still to be destroyed. */
export async function isForgotten(era: Era): Promise<boolean> {
	const open = `select 1 from jobs where kind = 'forget' and finished_at is null`;
	return comes(era, async () => (await era.network.sql(open)).length === 0);
}

function keyDays(folder: string): string[] {
	const days = path.join(folder, 'keys/chat');
	return fs.existsSync(days) ? fs.readdirSync(days) : [];
}

/**
 * What failed while somebody was down is tried again minutes later, by the clock of the site; and a round that was under way
 * when the day turned has looked at the day before: the next one comes after an hour.
 */
async function comes(era: Era, test: () => Promise<boolean>): Promise<boolean> {
	for (let passed = 0; passed < LONGEST_MINUTES; passed += STEP_MINUTES) {
		for (let look = 0; look < 20; look += 1) {
			if (await test().catch(() => false)) return true;
			await pause(50);
		}
		await era.pass(STEP_MINUTES);
	}
	return false;
}
