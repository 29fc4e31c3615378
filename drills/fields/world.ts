import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Visit } from '../../bench/common/request.ts';
import { claim, type Helper, signIn } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { patiently } from '../common/patiently.ts';
import { openVisitor } from '../common/visitor.ts';

/** Everybody whom the demonstration network knows, and something of each kind for them to act on. */
export type World = { readonly address: string; readonly people: Record<string, Visit>; readonly things: Things };
export type Things = {
	/** Held by the adviser. */
	readonly conversation: string;
	readonly waiting: string;
	readonly closing: string;
	readonly account: string;
	readonly token: string;
	readonly item: string;
	readonly revision: string;
	readonly code: string;
	/** Leads one clerk into the conversation, once. */
	readonly link: string;
	readonly desk: string;
	/** A date of the calendar for which people register, and the page of somebody who has a seat there for ten minutes. */
	readonly date: Date;
	readonly seat: string;
	/** The same date and person as the console knows them. */
	readonly occurrence: string;
	readonly registration: string;
	readonly organisation: string;
	/** Somebody who would like to help, at the interview; the address of her page; and somebody who helps. */
	readonly application: string;
	readonly applied: string;
	readonly volunteer: string;
};

type Date = { readonly series: string; readonly day: string };

const ROLES = ['volunteer', 'adviser', 'coordinator', 'regional', 'editor', 'clerk', 'funder', 'admin'];
const PLACE = 'demo-kuopio';

export async function makeWorld(network: Network, address: string): Promise<World> {
	const staff = await signInAll(address);
	const helper = staff.adviser ?? new Visit(address);
	await becomeReaders(staff);
	const closed = await heldBy(network, address, helper);
	const closing = await closingOf(closed.id, helper);
	const { id: conversation, visit } = await heldBy(network, address, helper);
	const waiting = await newest(network, address);
	const { clerk, link } = await letClerkIn(address, conversation, helper);
	const things = {
		...{ conversation, closing, waiting: waiting.id, code: waiting.code, link, desk: PLACE, organisation: PLACE },
		...(await invited(network, staff.admin ?? helper)),
		...(await written(network, staff.editor ?? helper)),
		...(await seated(network, address)),
		...(await applied(network, address, staff.coordinator ?? helper)),
	};
	return { address, people: { ...staff, visitor: visit, clerk, nobody: new Visit(address) }, things };
}

/** The same people, with something fresh for them of the kind that the route acts on. */
export async function freshFor(route: string, world: World, network: Network): Promise<World> {
	const { address, people, things } = world;
	const helper = people.adviser ?? new Visit(address);
	if (/\/content/.test(route)) {
		return { ...world, things: { ...things, ...(await written(network, people.editor ?? helper)) } };
	}
	if (/accounts|invitation/.test(route)) {
		return { ...world, things: { ...things, ...(await invited(network, people.admin ?? helper)) } };
	}
	if (/volunteers?\/(application|\[volunteer)/.test(route)) {
		const fresh = await applied(network, address, people.coordinator ?? helper);
		return { ...world, things: { ...things, ...fresh } };
	}
	if (/registration|events\/people/.test(route))
		return { ...world, things: { ...things, ...(await seated(network, address)) } };
	if (!/chat|conversations|desk|closings|clerk/.test(route)) return world;
	const { id, visit, code } = await heldBy(network, address, helper);
	const isClosing = /closings/.test(route);
	const closing = isClosing ? await closingOf(id, helper) : things.closing;
	const fresh = { ...things, conversation: id, code, closing };
	if (!/clerk/.test(route)) return { address, people: { ...people, visitor: visit }, things: fresh };
	if (/\/clerk$/.test(route)) return { address, people, things: fresh };
	const { clerk, link } = await letClerkIn(address, id, helper, !/enter/.test(route));
	return { address, people: { ...people, visitor: visit, clerk, nobody: clerk }, things: { ...fresh, link } };
}

/** All routes with who may ask, as somebody decided. */
export function routes(): [string, string][] {
	const file = path.join(import.meta.dirname, '../../checks/routes.json');
	return Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
}

/** The path of a route in this world. */
export function pathOf(route: string, things: Things): string {
	const [, bare = ''] = route.split(' ');
	const [kind = '', id = ''] = things.item.split('/');
	const isContent = bare.startsWith('/staff/content');
	const word: Record<string, string> = {
		kind,
		lang: 'ru',
		'lang=lang': 'ru',
		code: 'ru',
		seq: '1',
		page: '1',
		file: 'none.webp',
	};
	return bare.replace(/\[([a-z=]+)\]/g, (_, name: string) => {
		if (name === 'token') return tokenFor(bare, things);
		if (name === 'application' || name === 'volunteer') return things[name];
		if (name === 'series' || name === 'day') return things.date[name];
		if (name === 'revision') return things.revision;
		if (name === 'date') return things.occurrence;
		if (name === 'id') return isContent ? id : idFor(bare, things);
		return word[name] ?? name;
	});
}

function tokenFor(bare: string, { seat, applied, token }: Things): string {
	if (bare.includes('/volunteer/')) return applied;
	return bare.includes('/registration/') ? seat : token;
}

function idFor(bare: string, things: Things): string {
	if (bare.includes('/conversations/')) return things.conversation;
	if (bare.includes('/closings/')) return things.closing;
	if (bare.includes('/events/people/')) return things.registration;
	return bare.includes('/services/') ? 'maisa' : (bare.match(/\/(\w+)\/\[id\]/)?.[1] ?? 'none');
}

const CLOSING = { topic: 'identity', outcome: 'solved-together', minutes: 5 };

async function closingOf(id: string, helper: Helper): Promise<string> {
	const { body } = await helper.postJson(`/staff/conversations/${id}/closure`, CLOSING);
	return String(JSON.parse(body.toString()).closingId);
}

/** A clerk by whom the helper is asked to interpret; without `enters` only her browser and her link are there. */
async function letClerkIn(address: string, conversation: string, helper: Helper, enters = true) {
	const { body } = await helper.postJson(`/staff/conversations/${conversation}/clerk`, { language: 'fi' });
	const link = String(JSON.parse(body.toString()).link);
	const clerk = new Visit(address);
	await clerk.get('/fi/clerk');
	if (enters) await clerk.postForm('/fi/clerk?/enter', { link, office: 'Virasto', name: '' });
	return { clerk, link };
}

async function signInAll(address: string): Promise<Record<string, Helper>> {
	const all = ROLES.map(async (role): Promise<[string, Helper]> => [role, await signIn(address, role)]);
	return Object.fromEntries(await Promise.all(all));
}

/** A volunteer reads nobody's words before her pledge. */
async function becomeReaders(staff: Record<string, Helper>): Promise<void> {
	await staff.volunteer?.postForm('/staff/pledge', { agreed: 'yes' });
}

type Open = { readonly id: string; readonly visit: Visit; readonly code: string };

async function heldBy(network: Network, address: string, helper: Helper): Promise<Open> {
	const open = await newest(network, address);
	if ((await claim(helper, open.id)) !== 200) throw new Error('a new conversation could not be claimed');
	return open;
}

/** A new conversation, waiting, and the code that leads back into it. */
async function newest(network: Network, address: string): Promise<Open> {
	const { visit } = await patiently(() => openVisitor(address, `drill${randomUUID().slice(0, 6)}`));
	const code = await patiently(() => codeOf(visit));
	const [row] = await network.sql<{ id: string }>(
		'select id from conversations order by opened_at desc, id desc limit 1',
	);
	return { id: row?.id ?? '', visit, code };
}

/** As it stands on her page. */
export async function codeOf(visit: Visit): Promise<string> {
	const page = (await visit.get('/ru/chat')).body.toString();
	const code = /class="code-paper[^>]*>([\d\s]+)</.exec(page)?.[1]?.replace(/\s/g, '');
	if (code?.length !== 20) throw new Error('her page shows no code');
	return code;
}

type Seated = Pick<Things, 'date' | 'seat' | 'occurrence' | 'registration'>;

/** Somebody who registers for a date of the made-up season, with her form still open. */
async function seated(network: Network, address: string): Promise<Seated> {
	const [date] = await network.sql<Date & { id: string }>(
		`select o.id, o.series_id as series, o.original_day::text as day from occurrences o join series s on s.id = o.series_id
		where s.takes_registration and s.state = 'public' and o.slot_minutes is null and o.state = 'planned'
		order by o.starts_at desc limit 1`,
	);
	if (!date) throw new Error('the season has no date for which people register');
	const visit = new Visit(address);
	const form = { clientId: randomUUID(), seats: '1' };
	const { headers } = await visit.postForm(`/ru/events/${date.series}/${date.day}/register`, form);
	const [row] = await network.sql<{ id: string }>('select id from registrations where client_id = $1', [form.clientId]);
	const seat = headers.location?.split('/').at(-1) ?? '';
	return { date, seat, occurrence: date.id, registration: row?.id ?? '' };
}

type Applied = Pick<Things, 'application' | 'applied' | 'volunteer'>;

/** Somebody who applies, and with whom a coordinator is going to talk. */
async function applied(network: Network, address: string, coordinator: Helper): Promise<Applied> {
	const form = { clientId: randomUUID(), organisationId: PLACE, name: 'Maija', contact: 'maija@example.org' };
	const { headers } = await new Visit(address).postForm('/ru/volunteer', { ...form, languages: 'ru', works: 'chat' });
	const [row] = await network.sql<{ id: string }>('select id from applications where client_id = $1', [form.clientId]);
	const application = row?.id ?? '';
	await coordinator.postForm(`/staff/volunteers/applications/${application}?/move`, { to: 'interview' });
	const [one] = await network.sql<{ id: string }>(
		'select account_id as id from volunteers where organisation_id = $1 order by account_id limit 1',
		[PLACE],
	);
	return { application, applied: headers.location?.split('/').at(-1) ?? '', volunteer: one?.id ?? '' };
}

async function invited(network: Network, admin: Helper): Promise<{ account: string; token: string }> {
	const shortName = `drill-${randomUUID().slice(0, 8)}`;
	const fields = { shortName, chosenName: 'Somebody', language: 'fi', organisationId: PLACE, role: 'volunteer' };
	const page = (await admin.postForm('/staff/accounts?/add', fields)).body.toString();
	const token = /\/staff\/invitation\/([\w-]+)/.exec(page)?.[1] ?? '';
	const [row] = await network.sql<{ id: string }>('select id from accounts where short_name = $1', [shortName]);
	return { account: row?.id ?? '', token };
}

async function written(network: Network, editor: Helper): Promise<{ item: string; revision: string }> {
	const id = `drill-${randomUUID().slice(0, 8)}`;
	await editor.postForm('/staff/content?/create', { kind: 'term', id, source: 'ru', title: 'drill', note: '' });
	const item = `term/${id}`;
	const [row] = await network.sql<{ id: string }>('select id from revisions where item = $1', [item]);
	return { item, revision: String(row?.id ?? '') };
}
