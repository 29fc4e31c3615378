import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { openEvents } from '../common/eventStream.ts';
import { parsed, Visit } from '../common/request.ts';
import { later } from '../common/scratch.ts';
import { type Server, startServer, startSite } from '../common/server.ts';
import { type Ears, type Heard, OPEN_IN_ONE_STREAM, shares, type Side } from './side.ts';

type Conversation = { id: string; visitor: Visit; helper: Visit };

/** Those of the demonstration network who answer at its desk. */
const HELPERS = ['volunteer', 'adviser', 'coordinator'];
/** As many visitors behind one address as in a library; opening and streams are counted by address. */
const AT_ONE_ADDRESS = 20;
const HERE_MS = 20_000;
const ENVIRONMENT = { SILTA_STREAMS_PER_SESSION: '9', SILTA_MESSAGES_PER_MINUTE: '10000000' };

type Wanted = {
	name: string;
	/** A node at each; several share a keystore of their own. */
	ports: readonly number[];
	folder: string;
	databaseUrl: string;
	count: number;
	environment?: Record<string, string>;
};

/** The real site with `count` conversations, each opened by the form, claimed at the desk, and written to over HTTP. */
export async function siteSide({ name, ports, count, ...wanted }: Wanted): Promise<Side> {
	const nodes = await startNodes(ports, wanted);
	const urlOf = (place: number): string => nodes[place % nodes.length]?.url ?? '';
	const helpers = await Promise.all(HELPERS.map((helper, at) => signIn(urlOf(at), helper)));
	later(stayHere(helpers));
	const conversations: Conversation[] = [];
	for (let place = 0; place < count; place++) {
		const helper = helpers[Math.floor(place / OPEN_IN_ONE_STREAM) % helpers.length];
		if (helper) conversations.push(await begin(urlOf(place), place, helper));
	}
	const at = (place: number): Conversation => {
		const found = conversations[place];
		if (!found) throw new Error(`there is no conversation ${place}`);
		return found;
	};
	return {
		name,
		pids: nodes.map(({ pid }) => pid),
		async listen(many, ears) {
			const desks = shares(many).map((places) => listenAtDesk(places, conversations, ears));
			const visitors = shares(many)
				.flat()
				.map((place) => listenAsVisitor(place, at(place), ears));
			const closings = await Promise.all([...desks, ...visitors]);
			return () => closings.forEach((close) => close());
		},
		async send(place, author, clientId, text) {
			const { id, visitor, helper } = at(place);
			const answer =
				author === 'visitor'
					? await visitor.postJson('/api/chat/messages', { clientId, text })
					: await helper.postJson('/staff/desk/messages', { id, clientId, text });
			return parsed<{ seq: number }>(answer, 201).seq;
		},
	};
}

type Place = Pick<Wanted, 'folder' | 'databaseUrl' | 'environment'>;

async function startNodes(ports: readonly number[], { folder, databaseUrl, environment }: Place): Promise<Server[]> {
	const keys = ports.length > 1 ? await startKeystore(folder) : {};
	const settings = { DATABASE_URL: databaseUrl, ...ENVIRONMENT, ...keys, ...environment };
	const nodes: Server[] = [];
	for (const [at, port] of ports.entries())
		nodes.push(await startSite(port, path.join(folder, `node-${at}`), settings));
	return nodes;
}

async function startKeystore(folder: string): Promise<Record<string, string>> {
	const secret = randomBytes(32).toString('base64url');
	const shared = { KEYSTORE_URL: `unix:${folder}/keystore.sock`, KEYSTORE_SECRET: secret };
	const environment = { ...shared, SILTA_KEYS: path.join(folder, 'keys') };
	await startServer({ args: ['bin/silta.mjs', 'keystore'], ready: 'keystore is ready', environment });
	return shared;
}

/** Who only listens would be gone after three minutes, and her conversations back in the queue. */
function stayHere(helpers: readonly Visit[]): () => void {
	const say = (): void => {
		for (const helper of helpers) void helper.postJson('/staff/desk/here', {}).catch(() => undefined);
	};
	const timer = setInterval(say, HERE_MS);
	return () => clearInterval(timer);
}

async function signIn(url: string, name: string): Promise<Visit> {
	const helper = new Visit(url);
	const answer = await helper.postForm('/staff/sign-in', { demo: name });
	if (answer.status !== 303) throw new Error(`${name} cannot sign in: ${answer.status}`);
	return helper;
}

async function begin(url: string, place: number, helper: Visit): Promise<Conversation> {
	const visitor = new Visit(
		url,
		process.platform === 'linux' ? `127.0.0.${10 + Math.floor(place / AT_ONE_ADDRESS)}` : undefined,
	);
	const page = (await visitor.get('/ru/chat')).body.toString();
	const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
	const opened = await visitor.postForm('/ru/chat?/open', {
		key,
		about: '',
		kind: 'chat',
		text: 'Здравствуйте, мне нужна помощь.',
	});
	if (opened.status !== 303) throw new Error(`no conversation was opened: ${opened.status}`);
	const id = await newestWaiting(helper);
	const claimed = await helper.postJson(`/staff/conversations/${id}/claim`, {});
	if (claimed.status !== 200) throw new Error(`not claimed: ${claimed.status} ${claimed.body.toString()}`);
	return { id, visitor, helper };
}

/** Each is claimed before the next one comes, so only hers waits. */
async function newestWaiting(helper: Visit): Promise<string> {
	const { view } = parsed<{ view: { waiting: { id: string }[] } }>(await helper.get('/staff/desk/state'), 200);
	const [only, more] = view.waiting;
	if (!only || more) throw new Error(`${view.waiting.length} conversations wait, not one`);
	return only.id;
}

function listenAsVisitor(place: number, { visitor }: Conversation, ears: Ears): Promise<() => void> {
	const url = `${visitor.base}/api/chat/stream?after=${ears.cursor(place, 'visitor')}`;
	return openEvents(url, { headers: visitor.headers(), from: visitor.from }, ({ name, data }) => {
		if (name === 'message') ears.hear(place, 'visitor', JSON.parse(data));
	});
}

function listenAtDesk(
	places: readonly number[],
	conversations: readonly Conversation[],
	ears: Ears,
): Promise<() => void> {
	const byId = new Map(places.map((place) => [conversations[place]?.id, place]));
	const open = [...byId].map(([id, place]) => `${id}:${ears.cursor(place, 'helper')}`).join(',');
	const helper = conversations[places[0] ?? 0]?.helper;
	if (!helper) throw new Error('a desk without a helper');
	return openEvents(
		`${helper.base}/staff/desk/stream?open=${open}`,
		{ headers: helper.headers() },
		({ name, data }) => {
			if (name !== 'message') return;
			const { id, message }: { id: string; message: Heard } = JSON.parse(data);
			const place = byId.get(id);
			if (place !== undefined) ears.hear(place, 'helper', message);
		},
	);
}
