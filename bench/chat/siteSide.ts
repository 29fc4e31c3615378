import { openEvents } from '../common/eventStream.ts';
import { parsed, Visit } from '../common/request.ts';
import { startSite } from '../common/server.ts';
import { type Ears, type Heard, OPEN_IN_ONE_STREAM, shares, type Side } from './side.ts';

type Conversation = { id: string; visitor: Visit; helper: Visit };

/** Those of the demonstration network who answer at its desk. */
const HELPERS = ['volunteer', 'adviser', 'coordinator'];
/** As many visitors behind one address as in a library; opening and streams are counted by address. */
const AT_ONE_ADDRESS = 20;
const ENVIRONMENT = { SILTA_STREAMS_PER_SESSION: '9', SILTA_MESSAGES_PER_MINUTE: '10000000' };

/** The real site with `count` conversations, each opened by the form, claimed at the desk, and written to over HTTP. */
export async function siteSide(
	port: number,
	data: string,
	databaseUrl: string,
	count: number,
	extra = {},
): Promise<Side> {
	const site = await startSite(port, data, { DATABASE_URL: databaseUrl, ...ENVIRONMENT, ...extra });
	const helpers = await Promise.all(HELPERS.map((name) => signIn(site.url, name)));
	const conversations: Conversation[] = [];
	for (let place = 0; place < count; place++) {
		const helper = helpers[Math.floor(place / OPEN_IN_ONE_STREAM) % helpers.length];
		if (helper) conversations.push(await begin(site.url, place, helper));
	}
	const at = (place: number): Conversation => {
		const found = conversations[place];
		if (!found) throw new Error(`there is no conversation ${place}`);
		return found;
	};
	return {
		name: 'site',
		pid: site.pid,
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
