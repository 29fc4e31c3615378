import { expect, test } from 'vitest';
import { isWho, manifestOf, openInside, routesOf } from './routes.ts';
import { planted, realTree } from './tree.ts';

const tree = realTree();
const manifest = manifestOf(tree);

test('pages, actions, endpoints and what stands before the framework are found', () => {
	const small = planted({
		'src/routes/[lang=lang]/(pages)/about/+page.svelte': '<h1>x</h1>',
		'src/routes/staff/+page.server.ts': 'export const load = () => redirect(303, "/x");',
		'src/routes/staff/desk/+page.server.ts':
			'export const actions: Actions = {\n\topen: (event) => a(event),\n\tasync close() {},\n};',
		'src/routes/staff/in/+page.server.ts': 'export const actions = { default: async () => {} } satisfies Actions;',
		'src/routes/leave/+server.ts':
			'export const GET = () => new Response();\nexport async function PUT() {}\nconst POST = 1;',
		'src/front/front.server.ts': "const ROUTES = {\n\t'GET /api/stream': stream,\n};",
	});
	expect(routesOf(small)).toEqual([
		'GET /[lang=lang]/about',
		'GET /api/stream',
		'GET /leave',
		'GET /staff',
		'GET /staff/desk',
		'GET /staff/in',
		'POST /staff/desk?/close',
		'POST /staff/desk?/open',
		'POST /staff/in',
		'PUT /leave',
	]);
});

test('for every address somebody decided who may ask for it (checks/routes.json), and none has vanished', () => {
	const listed = Object.keys(manifest);
	const found = routesOf(tree);
	expect({
		undecided: found.filter((route) => !listed.includes(route)),
		vanished: listed.filter((route) => !found.includes(route)),
	}).toEqual({ undecided: [], vanished: [] });
	expect(listed).toEqual([...listed].sort());
});

test('who may ask is a word that means something', () => {
	const policy = planted({ 'src/lib/chat/policy.ts': 'export const may = {\n\tclaim: (c) => true,\n};\n' });
	expect(['public', 'staff', 'chat.claim'].filter((who) => !isWho(who, policy))).toEqual([]);
	expect(['everybody', 'chat.steal', 'desk.claim'].filter((who) => isWho(who, policy))).toEqual([]);
	expect(Object.entries(manifest).filter(([, who]) => !isWho(who, tree))).toEqual([]);
});

test('nothing inside the console is open to anybody but the way in and out', () => {
	expect(openInside({ 'GET /staff/desk': 'public', 'GET /staff/sign-in': 'public', 'GET /staff': 'staff' })).toEqual([
		'GET /staff/desk',
	]);
	expect(openInside(manifest)).toEqual([]);
});
