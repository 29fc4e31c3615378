import { makeChecks } from '../common/checks.ts';
import type { Network } from '../common/network.ts';
import { eraseEverywhere, keystoreAway } from './forgetting.ts';
import { actOnce } from './once.ts';
import { talkOverNodes } from './talk.ts';

/** Two nodes on one database and one keystore are one site. */
export async function severalNodes(network: Network): Promise<{ count: number; missed: readonly string[] }> {
	const checks = makeChecks();
	for (const part of [talkOverNodes, actOnce, eraseEverywhere, keystoreAway]) {
		await part(network, checks).catch((error: Error) => checks.holds(`${part.name} (${error.message})`, false));
	}
	const gaps = await network.sql(
		'select conversation_id from messages group by conversation_id having max(seq) <> count(*)',
	);
	checks.holds('no conversation has a gap', gaps.length === 0);
	return checks;
}
