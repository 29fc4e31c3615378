import type { Checks } from '../common/checks.ts';
import { elsewhere } from '../common/elsewhere.ts';
import { claim, type Helper, signIn, viewOf } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { deskScreen } from '../common/screen.ts';
import { openVisitor, sendOnce } from '../common/visitor.ts';

/** P32 over two nodes: what is erased on one is unreadable on the other at once, and its share is destroyed. */
export async function eraseEverywhere(network: Network, checks: Checks): Promise<void> {
	const [first, second] = network.nodes;
	if (!first || !second) throw new Error('two nodes are needed');
	const helper = await signIn(second.address, 'adviser');
	const visitor = await openVisitor(first.address, 'eraser');
	await sendOnce(visitor, 'eraser-word', 'a word to be erased');
	const id = (await viewOf(helper)).waiting.at(-1)?.id ?? '';
	await claim(helper, id);
	const screen = deskScreen(second.address, () => helper.headers(), id);
	await checks.comes('the helper reads on the second node', () => screen.shown.some(({ text }) => isErased(text)));
	const done = await visitor.visit.postForm('/ru/chat?/erase', {});
	checks.holds('she erases on the first node', done.status === 303);
	checks.holds('nothing of it is to be read on the second node', !(await isReadable(helper, id)));
	const saved = await elsewhere(visitor.visit, second.address).get('/en/chat/save');
	checks.holds('nor by herself', saved.status === 404);
	await checks.comes('the console is told', () => screen.signs.includes('gone'));
	await checks.comes('its share is destroyed', async () => (await unfinished(network)) === 0);
	screen.close();
}

const isErased = (text: string | null): boolean => text === 'a word to be erased';

async function isReadable(helper: Helper, id: string): Promise<boolean> {
	return (await helper.get(`/staff/conversations/${id}`)).body.includes('a word to be erased');
}

async function unfinished(network: Network): Promise<number> {
	return (await network.sql(`select 1 from jobs where kind = 'forget' and finished_at is null`)).length;
}

/** The keystore is killed while people write: pages go on, words wait, nothing is lost. */
export async function keystoreAway(network: Network, checks: Checks): Promise<void> {
	const [first, second] = network.nodes;
	if (!first || !second) throw new Error('two nodes are needed');
	const visitor = await openVisitor(first.address, 'waiter');
	await network.keystore.kill();
	for (const node of [first, second])
		await checks.comes(`${node === first ? 'one' : 'the other'} node says that it is away`, async () =>
			isAway(await elsewhere(visitor.visit, node.address).get('/status')),
		);
	const page = await elsewhere(visitor.visit, second.address).get('/ru/services');
	checks.holds('pages go on', page.status === 200);
	const sent = await elsewhere(visitor.visit, second.address).postJson('/api/chat/messages', WAITING);
	checks.holds('a message is answered "not sent yet"', sent.status === 503 && sent.body.includes('"database"'));
	const chat = await elsewhere(visitor.visit, second.address).get('/ru/chat');
	checks.holds('the chat page says that it is down', chat.status === 200 && !chat.body.includes('waiter begins'));
	await network.keystore.start();
	await checks.comes('the same message is stored when it is back', async () => {
		const again = await elsewhere(visitor.visit, second.address).postJson('/api/chat/messages', WAITING);
		return again.status === 201;
	});
	const save = async () => (await visitor.visit.get('/en/chat/save')).body.toString();
	// The other node finds out by itself, a moment later.
	await checks.comes('what was before is readable again', async () => (await save()).includes('waiter begins'));
	checks.holds('once', (await save()).split('waits for the keystore').length === 2);
}

const WAITING = { clientId: 'waiter-word-1', text: 'waits for the keystore' };

function isAway({ body }: { body: Buffer }): boolean {
	const status: { degree: number; away: string[] } = JSON.parse(body.toString());
	return status.degree === 3 && status.away.includes('keystore');
}
