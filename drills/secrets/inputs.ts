import { randomUUID } from 'node:crypto';
import { type Answer, request, Visit } from '../../bench/common/request.ts';
import type { World } from '../fields/world.ts';
import type { Canaries } from './canaries.ts';

/** Everything that people can type something into, or that their browsers send along. */
type Input = (world: World, canaries: Canaries, name: string) => Promise<unknown>;

const opening = (visit: Visit, text: string, more: Record<string, string> = {}): Promise<Answer> =>
	visit.postForm('/ru/chat?/open', { key: randomUUID(), kind: 'chat', text, about: '', ...more });
const seen = { 'seen-hidden': 'on', 'seen-urgent': 'on' };
const typed = (text: string) => ({ clientId: randomUUID(), text });

function personOf({ people }: World, name: string): Visit {
	const found = people[name];
	if (!found) throw new Error(`nobody is called ${name}`);
	return found;
}

export const INPUTS: Readonly<Record<string, Input>> = {
	'a first message, before she is asked': ({ address }, canaries, name) =>
		opening(new Visit(address), canaries.sentence(name)),
	'a first message': ({ address }, canaries, name) => opening(new Visit(address), canaries.sentence(name), seen),
	'a first message she calls no secret': ({ address }, canaries, name) =>
		opening(new Visit(address), `Мой код ${canaries.number('hetu', name)}`, { ...seen, 'not-secret': 'on' }),
	'feedback on accessibility': ({ address }, canaries, name) =>
		opening(new Visit(address), canaries.sentence(name), { ...seen, kind: 'accessibility' }),
	'what the chat is about': ({ address }, canaries, name) =>
		opening(new Visit(address), 'о чём', { about: canaries.number('hetu', name) }),
	'a message by the form': (world, canaries, name) =>
		personOf(world, 'visitor').postForm('/ru/chat?/send', {
			key: randomUUID(),
			text: canaries.sentence(name),
			...seen,
		}),
	'a message': (world, canaries, name) =>
		personOf(world, 'visitor').postJson('/api/chat/messages', typed(canaries.sentence(name))),
	'a number in two messages': async (world, canaries, name) => {
		const [begin, end] = halves(canaries.number('hetu', name));
		await personOf(world, 'visitor').postJson('/api/chat/messages', typed(`мой код ${begin}`));
		await personOf(world, 'visitor').postJson('/api/chat/messages', typed(end));
	},
	'the rating': (world, canaries, name) =>
		personOf(world, 'visitor').postForm('/ru/chat?/rate', { face: canaries.sentence(name) }),
	'the field of the return code': async ({ address }, canaries, name) => {
		for (const kind of ['hetu', 'iban', 'card', 'code'] as const)
			await new Visit(address).postForm('/ru/chat?/return', { code: canaries.number(kind, name) });
	},
	'the search': ({ address }, canaries, name) => asked(address, '/ru/search?q=', canaries.sentence(name)),
	'the search, a number alone': async ({ address }, canaries, name) => {
		for (const kind of ['hetu', 'iban', 'card', 'code'] as const)
			await asked(address, '/fi/search?q=', `${kind === 'code' ? 'pin ' : ''}${canaries.number(kind, name)}`);
	},
	'the search of the API': ({ address }, canaries, name) =>
		asked(address, '/api/search?lang=ru&q=', canaries.sentence(name)),
	'the town of a search': ({ address }, canaries, name) =>
		asked(address, '/fi/search?q=zzzz&municipality=', canaries.sentence(name)),
	'a query on a page': ({ address }, canaries, name) => asked(address, '/ru/services?x=', canaries.sentence(name)),
	'a query on the chat': ({ address }, canaries, name) => asked(address, '/ru/chat?about=', canaries.sentence(name)),
	'where she is stuck': ({ address }, canaries, name) => asked(address, '/ru/stuck?guide=', canaries.sentence(name)),
	'an address that is not there': ({ address }, canaries, name) =>
		asked(address, '/ru/services/', canaries.sentence(name)),
	headers: ({ address }, canaries, name) => {
		const word = () => canaries.sentence(name).replace(/[^\x20-\x7e]/g, '');
		const headers = {
			'user-agent': word(),
			referer: `${address}/?x=${encodeURIComponent(word())}`,
			cookie: `x=${word()}`,
		};
		const others = { 'x-forwarded-for': word(), 'accept-language': word(), 'last-event-id': word() };
		return request('GET', `${address}/ru/chat`, { headers: { ...headers, ...others } });
	},
	'the fields of signing in': async ({ address }, canaries, name) => {
		const fields = { shortName: canaries.number('hetu', name), password: canaries.sentence(name) };
		await new Visit(address).postForm('/staff/sign-in', { ...fields, code: canaries.number('code', name) });
		await asked(address, '/staff/sign-in?next=', canaries.sentence(name));
	},
	'an answer': (world, canaries, name) =>
		personOf(world, 'adviser').postJson('/staff/desk/messages', {
			...{ ...typed(canaries.sentence(name)), id: world.things.conversation },
		}),
	'the draft of an answer': (world, canaries, name) =>
		atConversation(world, '/draft', { text: canaries.sentence(name), after: 1 }),
	'a private note': (world, canaries, name) => atConversation(world, '/notes', typed(canaries.sentence(name))),
	'a doubt, and its answer': async (world, canaries, name) => {
		await atConversation(world, '/notes', { ...typed(canaries.sentence(name)), unsure: true });
		const answer = { ...typed(canaries.sentence(name)), aboutNumber: 1 };
		await atConversation(world, '/notes/answers', answer, 'coordinator');
	},
	'the note of a hand-over': (world, canaries, name) =>
		atConversation(world, '/handover', { ...typed(canaries.sentence(name)), toDesk: world.things.desk }),
	'the refusal of a hand-over': (world, canaries, name) =>
		atConversation(world, '/handover/refusal', typed(canaries.sentence(name)), 'coordinator'),
	'what a clerk says': (world, canaries, name) =>
		personOf(world, 'clerk').postJson('/api/clerk/messages', typed(canaries.sentence(name))),
	'office and name of a clerk': async (world, canaries, name) => {
		await atConversation(world, '/clerk/dismissal', {});
		const { body } = await atConversation(world, '/clerk', { language: 'fi' });
		const clerk = new Visit(world.address);
		await clerk.get('/fi/clerk');
		const who = { office: `Virasto ${canaries.number('hetu', name)}`, name: canaries.number('iban', name) };
		await clerk.postForm('/fi/clerk?/enter', { link: String(JSON.parse(body.toString()).link), ...who });
	},
	'the name of a photo': (world, canaries, name) =>
		sendFile(world, 'visitor', `/api/chat/pictures?key=${randomUUID()}&lang=ru`, canaries.number('hetu', name)),
	'the codes of a closing': (world, canaries, name) =>
		atConversation(world, '/closure', { topic: canaries.number('hetu', name), outcome: 'referred', minutes: 5 }),
	'the name of a picture': (world, canaries, name) =>
		sendFile(world, 'editor', '/staff/pictures?back=/staff/content', canaries.number('hetu', name)),
};

/** What somebody writes for everybody to read: with it the search must find something. */
export const PUBLISHED: Readonly<Record<string, Input>> = {
	'a text of the site': (world, canaries, name) =>
		personOf(world, 'editor').postForm('/staff/content?/create', {
			...{ kind: 'term', id: `drill-${randomUUID().slice(0, 8)}`, source: 'ru', note: '' },
			title: canaries.number('hetu', name),
		}),
};

const asked = (address: string, path: string, text: string): Promise<Answer> =>
	request('GET', address + path + encodeURIComponent(text));

function atConversation(world: World, path: string, body: object, who = 'adviser'): Promise<Answer> {
	return personOf(world, who).postJson(`/staff/conversations/${world.things.conversation}${path}`, body);
}

function halves(number: string): [string, string] {
	return [number.slice(0, 7), number.slice(7)];
}

function sendFile(world: World, who: string, path: string, name: string): Promise<Answer> {
	const part = `Content-Disposition: form-data; name="picture"; filename="${name}.png"\r\nContent-Type: image/png`;
	const body = `--b\r\n${part}\r\n\r\nno picture\r\n--b--\r\n`;
	const headers = { ...personOf(world, who).headers(), 'content-type': 'multipart/form-data; boundary=b' };
	return request('POST', world.address + path, { body, headers });
}
