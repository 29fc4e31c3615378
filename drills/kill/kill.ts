import { setTimeout as pause } from 'node:timers/promises';
import { makeSite, type Site } from '../common/site.ts';
import { openVisitor, savedTexts, sendOnce, type Visitor } from '../common/visitor.ts';
import { judge, type Sendings } from './judge.ts';

/**
 * P01 and P02: the site, or its database, is killed at random moments while people write; whatever was acknowledged
 * must be there once, in its order. Usage: node drills/kill/kill.ts app|database KILLS
 * A kill tests the death of processes, not the loss of power: what the system holds for the disk survives it.
 */
const SENDERS = 12;
const [what = 'app', kills = '5'] = process.argv.slice(2);

const site = await makeSite();
const state = { running: true };
let fault = true;
try {
	await site.start();
	const visitors = await Promise.all(
		Array.from({ length: SENDERS }, (_, i) => openVisitor(site.address, `visitor${i}x`)),
	);
	const sendings = visitors.map((visitor) => keepSending(visitor));
	for (let kill = 0; kill < Number(kills); kill += 1) {
		await pause(600 + Math.random() * 900);
		await strike(site);
	}
	state.running = false;
	const sent = await Promise.all(sendings);
	const found = await Promise.all(visitors.map((visitor) => savedTexts(site.address, visitor)));
	const verdict = judge(sent, found);
	fault = verdict.lost + verdict.doubled + verdict.disordered > 0 || verdict.acked < SENDERS;
	const figures = Object.entries(verdict).map(([name, count]) => `${count} ${name}`);
	process.stdout.write(
		`${what === 'app' ? 'P01 kill-app' : 'P02 kill-database'}: ${kills} kills, ${figures.join(', ')}\n`,
	);
} finally {
	state.running = false;
	await site.end();
}
process.exit(fault ? 1 : 0);

async function strike(target: Site): Promise<void> {
	if (what === 'database') return target.killDatabase();
	await target.kill();
	await target.start();
}

/** Sends one message after the other; one without an answer is sent again under its id until there is one. */
async function keepSending(visitor: Visitor): Promise<Sendings> {
	const sent: Sendings = { acked: [], unknown: 0 };
	for (let number = 0; state.running; number += 1) {
		const text = `${visitor.name} says ${number}`;
		const acked = await untilAcked(visitor, `${visitor.name}-${number}-id`, text, sent);
		if (acked) sent.acked.push(text);
		// Within the limit of a session: about fifty a minute.
		await pause(900 + Math.random() * 400);
	}
	return sent;
}

async function untilAcked(visitor: Visitor, id: string, text: string, sent: Sendings): Promise<boolean> {
	for (let tries = 0; tries < 400; tries += 1) {
		if (await sendOnce(site.address, visitor, id, text)) return true;
		sent.unknown += 1;
		await pause(150);
	}
	return false;
}
