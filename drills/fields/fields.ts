import { type Answer, request, type Visit } from '../../bench/common/request.ts';
import type { Network } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { HIDDEN, plantCanaries, SONGS } from './canaries.ts';
import { actorFor, FORMS, isJson } from './forms.ts';
import { isNoise, mark, type Row, shapeOf, writtenSince } from './rows.ts';
import { everyField, TRACES } from './schema.ts';
import { freshFor, makeWorld, pathOf, routes, type World } from './world.ts';

/**
 * P13: each form and JSON route is sent once as it is meant, and once with every column's name beside it; what is written
 * must be of the same kind. Then every address is asked by everybody, and no reply holds what nobody may see.
 */
const CALLS_OUT = /links$/;
/** What ends the session of whoever sends it comes last. */
const ENDS = /sign-out|erase|accounts\?\/close|closure|release|block|consent|decline/;

/** `taken` plants a database that does as a form says; `shown` puts a canary where everybody may see it. */
export async function sendEveryField(network: Network, fault?: string): Promise<Outcome> {
	await plantCanaries(network);
	// What another drill left held would be given back meanwhile, and look as if a form had done it.
	await network.sql('update claims set released_at = now() where released_at is null');
	if (fault === 'shown') await network.sql(SHOWN, [SONGS[0]]);
	if (fault === 'taken') await network.sql(TAKEN);
	const address = network.nodes[0]?.address ?? '';
	const state: State = { missed: [], effective: 0, replies: 0 };
	try {
		const world = await makeWorld(network, address);
		const posts = postsInOrder();
		for (const [route, who] of posts) {
			await sendBoth(network, world, { route, who, state });
			// What was planted is to be seen once.
			if (fault && state.missed.length > 0) return outcome(state, posts.length);
		}
		await askEverybody(await makeWorld(network, address), state);
		return outcome(state, posts.length);
	} finally {
		if (fault === 'taken') await network.sql('drop trigger planted on conversations; drop function planted()');
		if (fault === 'shown')
			await network.sql(`update accounts set chosen_name = 'Демо-консультант Ольга' where short_name = 'adviser'`);
	}
}

const SHOWN = `update accounts set chosen_name = $1 where short_name = 'adviser'`;
/** Of four conversations two are rated already, as if their forms had said so. */
const TAKEN = `create function planted() returns trigger language plpgsql as $$ begin
	new.rated := (select count(*) % 4 < 2 from conversations); return new; end $$;
	create trigger planted before insert on conversations for each row execute function planted()`;

function postsInOrder(): [string, string][] {
	const posts = routes().filter(([route]) => route.startsWith('POST') && !CALLS_OUT.test(route));
	return posts.sort(([a], [b]) => Number(ENDS.test(a)) - Number(ENDS.test(b)));
}

type State = {
	readonly missed: string[];
	/** Routes that wrote something when used as they are meant. */
	effective: number;
	replies: number;
};
type Sending = { readonly route: string; readonly who: string; readonly state: State; readonly beside?: object };

async function sendBoth(network: Network, world: World, sending: Sending): Promise<void> {
	const { route, state } = sending;
	const meant = await sendOne(network, world, sending);
	const more = await sendOne(network, world, { ...sending, beside: everyField() });
	const known = new Set(meant.map(shapeOf));
	state.effective += Number(meant.length > 0);
	for (const row of more) {
		const trace = TRACES.find((one) => row.text.includes(one));
		if (trace) state.missed.push(`${route} took ${trace} into ${row.table}`);
		else if (!isNoise(row) && !known.has(shapeOf(row)))
			state.missed.push(`${route} wrote another row: ${shapeOf(row)}`);
	}
}

/** With something fresh to act on, so that both begin alike; gives what was written. */
async function sendOne(network: Network, known: World, { route, who, state, beside }: Sending): Promise<Row[]> {
	const world = await freshFor(route, known, network);
	const visit = world.people[actorFor(who)];
	if (!visit) throw new Error(`nobody is known who may ${route}`);
	const meant = FORMS[route]?.(world.things) ?? {};
	const since = await mark(network);
	const answer = await post(visit, route, pathOf(route, world.things), { ...beside, ...meant });
	judgeReply(answer, route, state);
	return writtenSince(network, since);
}

function post(visit: Visit, route: string, path: string, body: Record<string, unknown>): Promise<Answer> {
	if (isJson(route)) return visit.postJson(path, body);
	const fields = Object.entries(body).map(([name, value]) => [name, String(value)]);
	return visit.postForm(path, Object.fromEntries(fields));
}

/** Every address that can be asked for, by everybody. */
async function askEverybody(world: World, state: State): Promise<void> {
	const asked = routes().filter(([route]) => route.startsWith('GET') && !/stream$|sign-in$|leave$/.test(route));
	for (const [name, visit] of Object.entries(world.people)) {
		// Pages for everybody look at nobody.
		const own = name === 'nobody' ? asked : asked.filter(([route, who]) => who !== 'public' || route.endsWith('/chat'));
		for (const [route] of own) {
			const url = world.address + pathOf(route, world.things);
			judgeReply(await request('GET', url, { headers: visit.headers() }), `${route} (${name})`, state);
		}
	}
}

function judgeReply({ body, headers }: Answer, route: string, state: State): void {
	state.replies += 1;
	const text = body.toString();
	const sung = SONGS.find((song) => text.includes(song));
	if (sung) state.missed.push(`${route} shows what nobody may see: ${around(text, sung)}`);
	if (!headers['content-type']?.includes('json')) return;
	const named = HIDDEN.find((name) => text.includes(`"${name}"`));
	if (named) state.missed.push(`${route} has a field ${named}`);
}

function around(text: string, word: string): string {
	const at = text.indexOf(word);
	return text.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, ' ');
}

/** A run in which hardly a form did anything proves nothing. */
function outcome({ effective, replies, missed }: State, posts: number): Outcome {
	const sent = `${Object.keys(everyField()).length} names to ${posts} routes (${effective} of them wrote)`;
	const line = `P13 fields: ${sent}, ${replies} replies, ${missed.length} missed${listed('missed', missed)}`;
	return { line, isGood: missed.length === 0 && effective > 20 };
}
