import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { ARROWS, DOORS, OTHER_DOORS } from './arrows.ts';

const TEST = '(\\.test|/testing(\\.server)?)\\.ts$';
const SERVER = '\\.server(\\.test)?\\.ts$';
const BROWSER = '^src/lib/(design|[^/]+/ui)/|\\.svelte$';
const OPEN_TO_ALL = ['platform', 'design'];
const areas = Object.keys(ARROWS).filter((area) => !OPEN_TO_ALL.includes(area));
const door = [`^src/lib/(${areas.join('|')})/(${DOORS.join('|')})`, ...OTHER_DOORS.map((path) => `^src/lib/${path}`)];
const notADoor = { path: `^src/lib/(${areas.join('|')})/`, pathNot: [...door, TEST] };

type Rule = IRegularForbiddenRuleType & { name: string };

function rule(name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule {
	return { name, comment, severity: 'error', from, to };
}

/** Every rule about who may import whom. Each has a planted violation in dependencies.test.ts. */
export const RULES: readonly Rule[] = [
	rule(
		'domain-is-pure',
		'A domain file knows no database, no framework and no machine; what it needs is given to it.',
		{ path: '^src/lib/', pathNot: [SERVER, TEST, '\\.svelte$', '^src/lib/[^/]+/ui/', '^src/lib/design/'] },
		{
			path: [
				SERVER,
				'^(node:|\\$app/)',
				'^node_modules/(pg|@sveltejs|svelte)/',
				'^(fs|path|os|crypto|http|net|child_process|util|url)(/|$)',
			],
		},
	),
	rule(
		'browser-is-not-server',
		'What runs in a browser takes nothing from the server.',
		{ path: BROWSER, pathNot: TEST },
		{
			path: [SERVER, '^node:', '^(fs|path|os|crypto|http|net|child_process|util|url)(/|$)'],
			dependencyTypesNot: ['type-only'],
		},
	),
	rule(
		'driver-only-in-stores',
		'Only stores and platform/db speak with the driver of the database.',
		{ path: '^(src|bin)/', pathNot: ['/store\\.server\\.ts$', '^src/lib/platform/db/'] },
		{ path: '(^|node_modules/)(@types/)?pg(/|$)' },
	),
	rule(
		'area-by-its-door',
		'Another area is entered by index.server.ts, index.ts or ui/ only.',
		{ path: '^src/lib/([^/]+)/' },
		{ path: notADoor.path, pathNot: [...notADoor.pathNot, '^src/lib/$1/'] },
	),
	rule(
		'area-by-its-door-from-outside',
		'The same for routes, the front and bin.',
		{ path: '^(src/(?!lib/)|bin/)' },
		notADoor,
	),
	rule(
		'testing-is-for-tests',
		'What helps tests is imported by tests only.',
		{ path: '^(src|bin)/', pathNot: [TEST, '^bin/test(ing/|\\.ts$)'] },
		{ path: ['^src/.*/testing(\\.server)?\\.ts$', '\\.test\\.ts$', '^bin/testing/'] },
	),
	rule(
		'site-without-tools',
		'The site imports nothing from the tools around it.',
		{ path: '^src/', pathNot: TEST },
		{ path: '^(bin|bench|checks|drills|e2e)/' },
	),
	rule(
		'area-is-in-the-table',
		'Every folder of src/lib stands in checks/dependencies/arrows.ts.',
		{ path: '^src/lib/', pathNot: `^src/lib/(${Object.keys(ARROWS).join('|')})/` },
		{},
	),
	...areas.map(arrowsOf),
	rule(
		'platform-knows-no-area',
		'Platform stands below everything.',
		{ path: '^src/lib/platform/' },
		{ path: '^src/', pathNot: '^src/lib/platform/' },
	),
	rule(
		'design-knows-no-area',
		'Design stands on platform only.',
		{ path: '^src/lib/design/' },
		{ path: '^src/', pathNot: '^src/lib/(platform|design)/' },
	),
	rule(
		'design-is-for-pages',
		'Design is for ui/ and routes.',
		{ path: '^src/lib/', pathNot: ['^src/lib/[^/]+/ui/', '^src/lib/design/'] },
		{ path: '^src/lib/design/' },
	),
	rule(
		'routes-know-no-store',
		'Routes and the front go through the doors, never to a store.',
		{ path: '^src/(?!lib/)' },
		{ path: '(^|/)store\\.server\\.ts$' },
	),
	rule('no-circle', 'No circles.', {}, { circular: true }),
	rule(
		'drills-from-outside',
		'Drills and errands see the site as everybody does; the double of a gateway is no part of it.',
		{ path: '^(drills|e2e)/' },
		{ path: '^src/', pathNot: '^src/lib/platform/(clock|sms/testing)\\.ts$' },
	),
	rule(
		'found',
		'Every import leads somewhere.',
		{},
		{ couldNotResolve: true, pathNot: ['\\$types$', '^\\$app/', '/made/script\\.ts$', '^\\$env/'] },
	),
];

function arrowsOf(area: string): Rule {
	const reach = [area, 'platform', ...(ARROWS[area] ?? [])];
	return rule(
		`arrows-of-${area}`,
		`${area} may import ${reach.slice(1).join(', ')}.`,
		{ path: `^src/lib/${area}/` },
		{ path: '^src/', pathNot: [`^src/lib/(${reach.join('|')})/`, '^src/lib/design/'] },
	);
}
