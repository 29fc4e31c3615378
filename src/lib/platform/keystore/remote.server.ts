import { elapsed } from '../clock.ts';
import { logError, logInfo, logWarning } from '../log.server.ts';
import { type Address, exchange } from './exchange.server.ts';
import { type Keystore, KeystoreDown, LONGEST_IN_MEMORY_MS, type SecretName } from './keystore.server.ts';
import type { Order } from './order.server.ts';
import { remembered } from './remembered.server.ts';

/** A writer holds its rows locked meanwhile, so this is shorter than a lock may be waited for (3 s). */
const LONGEST_MS = 2_500;
const ONE_TRY_MS = 2_000;
const PAUSES_MS = [50, 150, 400];
/** While it is away nobody waits for it: a look twice a second finds out when it is back. */
const LOOK_AWAY_MS = 500;
const LOOK_MS = 2_000;

/**
 * The keystore of another process. A key is asked for each time, so what was destroyed is found by no node again; only
 * the lasting secrets are remembered, for a minute. Without contact everything is refused at once, until it is back.
 */
export function remoteKeystore(address: Address): Keystore {
	const secrets = remembered<Buffer>(LONGEST_IN_MEMORY_MS, 10);
	// Whoever answers next may be another keystore.
	const line = openLine(address, () => secrets.clear());
	return {
		makeKey: async (of) => keyIn(await line.send({ do: 'make', of })) ?? fail(),
		findKey: async (of) => keyIn(await line.send({ do: 'find', of })),
		forget: async (of) => void (await line.send({ do: 'forget', of })),
		destroyBefore: async (keyClass, day) => daysIn(await line.send({ do: 'destroy-before', keyClass, day })),
		days: async (keyClass) => daysIn(await line.send({ do: 'days', keyClass })),
		async secret(name: SecretName) {
			const known = secrets.get(name);
			if (known) return known;
			const fresh = keyIn(await line.send({ do: 'secret', name })) ?? fail();
			secrets.set(name, fresh);
			return fresh;
		},
		isUp: line.isUp,
		close() {
			secrets.clear();
			line.close();
		},
	};
}

function openLine(address: Address, onLost: () => void) {
	let up = true;
	let closed = false;
	let timer: NodeJS.Timeout | undefined;
	const note = (reached: boolean): void => {
		if (up !== reached) reached ? logInfo('keystore-back') : logWarning('keystore-lost');
		if (!reached) onLost();
		up = reached;
	};
	const look = async (): Promise<void> => {
		const reached = await exchange(address, { do: 'look' }, ONE_TRY_MS).then(
			({ status }) => status === 204,
			() => false,
		);
		if (closed) return;
		note(reached);
		timer = setTimeout(() => void look(), up ? LOOK_MS : LOOK_AWAY_MS).unref();
	};
	void look();

	return {
		async send(order: Order): Promise<Buffer> {
			if (!up) throw new KeystoreDown('the keystore is away');
			const body = await withPatience(address, order);
			note(body !== null);
			if (body === null) throw new KeystoreDown('the keystore cannot be reached');
			return body;
		},
		isUp: () => up,
		close() {
			closed = true;
			clearTimeout(timer);
			address.agent.destroy();
		},
	};
}

/** Each order may be given twice, so one whose answer was lost is given again. Null when there was no contact. */
async function withPatience(address: Address, order: Order): Promise<Buffer | null> {
	const end = elapsed() + LONGEST_MS;
	for (const pause of [0, ...PAUSES_MS]) {
		await new Promise((resolve) => setTimeout(resolve, pause));
		const left = end - elapsed();
		if (left <= 0) return null;
		const answer = await exchange(address, order, Math.min(left, ONE_TRY_MS)).catch(() => null);
		if (answer && answer.status < 300) return answer.body;
		if (answer && answer.status !== 503) return refuse(answer.status, answer.body.toString());
	}
	return null;
}

function refuse(status: number, sentence: string): null {
	const error = new Error(`the keystore answered ${status}: ${sentence.slice(0, 80)}`);
	logError('keystore-refused', error);
	// Another secret is like no keystore at all; whatever else is a fault of ours.
	if (status === 401) return null;
	throw error;
}

function keyIn(body: Buffer): Buffer | null {
	if (body.length !== 32 && body.length !== 0) return fail();
	return body.length === 32 ? body : null;
}

function daysIn(body: Buffer): string[] {
	const days: unknown = JSON.parse(body.toString());
	return Array.isArray(days) ? days.map(String) : [];
}

function fail(): never {
	throw new Error('the keystore answered with something that is no key');
}
