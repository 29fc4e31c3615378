import fs from 'node:fs';

/**
 * Loaded before a program of the site (`--import`): its clock is ahead by as many milliseconds as the file says that
 * DRILL_CLOCK names, and what it does every hour comes when its clock has gone on by an hour.
 */
const HOUR_MS = 3_600_000;
const LOOK_MS = 5;
const file = process.env.DRILL_CLOCK ?? '';
const real = Date.now;
const plainInterval = globalThis.setInterval;
const state = { ahead: 0, lookedAt: Number.NEGATIVE_INFINITY };

Date.now = () => {
	if (performance.now() - state.lookedAt > LOOK_MS) look();
	return real() + state.ahead;
};

globalThis.setInterval = ((work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
	ms < HOUR_MS ? plainInterval(work, ms, ...args) : hourly(() => work(...args), ms)) as typeof setInterval;

function look(): void {
	state.lookedAt = performance.now();
	state.ahead = Number(fs.readFileSync(file, 'utf8'));
}

function hourly(work: () => void, ms: number): NodeJS.Timeout {
	let last = Date.now();
	return plainInterval(() => {
		if (Date.now() - last < ms) return;
		last = Date.now();
		work();
	}, 50);
}
