import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addDays, instantAt } from '../../src/lib/platform/clock.ts';
import { makeNetwork, type Network } from '../common/network.ts';

/** A site whose days go by as the drill wants: both nodes and the keystore see the same turned clock. */
export type Era = {
	readonly network: Network;
	/** Noon of the day with this number; the first is 0. */
	turnTo(day: number): Promise<void>;
	/** Some minutes go by at once. */
	pass(minutes: number): Promise<void>;
	/** The calendar day with this number. */
	dayOf(day: number): string;
	readonly day: number;
	/** By so many milliseconds its clock is ahead of the real one. */
	ahead(): number;
	end(): Promise<void>;
};

/** Summer time begins on the day with the number 41. */
const FIRST_DAY = '2026-02-16';
const TURNED = pathToFileURL(path.join(import.meta.dirname, 'turned.ts')).href;
/** Each program looks again after five. */
const SEEN_MS = 20;

/** `more`: settings for the keystore and both nodes. */
export async function beginEra(more: Readonly<Record<string, string>> = {}, firstDay = FIRST_DAY): Promise<Era> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-era-'));
	const file = path.join(folder, 'clock');
	const dayOf = (day: number): string => addDays(firstDay, day);
	const state = { day: 0, ahead: 0 };
	const turn = async (to: number): Promise<void> => {
		state.ahead = to;
		// Renamed: nobody may read half a number.
		fs.writeFileSync(`${file}.new`, String(to));
		fs.renameSync(`${file}.new`, file);
		await new Promise((resolve) => setTimeout(resolve, SEEN_MS));
	};
	const turnTo = (day: number): Promise<void> => {
		state.day = day;
		return turn(instantAt(dayOf(day), '12:00').getTime() - Date.now());
	};
	await turnTo(0);
	const settings = {
		...more,
		DRILL_CLOCK: file,
		NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${TURNED}`,
	};
	const network = await makeNetwork(settings);
	return {
		...{ network, turnTo, dayOf },
		ahead: () => state.ahead,
		pass: (minutes) => turn(state.ahead + minutes * 60_000),
		get day() {
			return state.day;
		},
		async end() {
			await network.end();
			fs.rmSync(folder, { recursive: true, force: true });
		},
	};
}
