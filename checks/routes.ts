import ts from 'typescript';
import { jsonOf, type Tree, within } from './tree.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

/** Every address of the site, as `METHOD /path` and `POST /path?/action`, from the files of src/routes and the front. */
export function routesOf(tree: Tree): string[] {
	const pages = within(tree, /^src\/routes\/.*\+page\.svelte$/).map(([file]) => `GET ${pathOf(file)}`);
	// A page that only leads elsewhere may have no component.
	const loads = within(tree, /^src\/routes\/.*\+page(\.server)?\.ts$/).map(([file]) => `GET ${pathOf(file)}`);
	const actions = within(tree, /^src\/routes\/.*\+page\.server\.ts$/).flatMap(actionsIn);
	const endpoints = within(tree, /^src\/routes\/.*\+server\.ts$/).flatMap(methodsIn);
	return [...new Set([...pages, ...loads, ...actions, ...endpoints, ...frontRoutes(tree)])].sort();
}

/** Who may ask for each address, as somebody decided it. */
export type Manifest = Record<string, string>;

export function manifestOf(tree: Tree): Manifest {
	return jsonOf(tree, 'checks/routes.json') as Manifest;
}

/**
 * `public`: anybody. `visitor`: the holder of a conversation. `clerk`: the browser by which a clerk came into one.
 * `invited`: the holder of an invitation. `link`: a volunteer who came by her personal link. `staff`: whoever is signed in. `gateway`: a machine that brings its secret.
 * Else an ability of a policy, as `area.ability`.
 */
export function isWho(who: string, tree: Tree): boolean {
	if (['public', 'visitor', 'clerk', 'invited', 'link', 'staff', 'gateway'].includes(who)) return true;
	const [area, ability] = who.split('.');
	return new RegExp(`^\\t+${ability}: `, 'm').test(tree.get(`src/lib/${area}/policy.ts`) ?? '');
}

/** Addresses below /staff that the manifest gives to anybody, but for the way in and out. */
export function openInside(manifest: Manifest): string[] {
	const isInside = (route: string): boolean => / \/staff/.test(route) && !/ \/staff\/(sign-in|sign-out)/.test(route);
	return Object.keys(manifest).filter(
		(route) => isInside(route) && ['public', 'visitor'].includes(manifest[route] ?? ''),
	);
}

function pathOf(file: string): string {
	const folders = file.split('/').slice(2, -1);
	return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`;
}

function actionsIn([file, text]: [string, string]): string[] {
	const names = exportsOf(file, text).get('actions') ?? [];
	return names.map((name) => (name === 'default' ? `POST ${pathOf(file)}` : `POST ${pathOf(file)}?/${name}`));
}

function methodsIn([file, text]: [string, string]): string[] {
	const names = [...exportsOf(file, text).keys()];
	return METHODS.filter((method) => names.includes(method)).map((method) => `${method} ${pathOf(file)}`);
}

/** The table of what stands before the framework. */
function frontRoutes(tree: Tree): string[] {
	return within(tree, /^src\/front\/.*\.ts$/).flatMap(([, text]) =>
		[...text.matchAll(/^\t'((?:GET|POST|PUT|DELETE) \/\S+)':/gm)].map((found) => found[1] ?? ''),
	);
}

/** The names a module exports; of those that are object literals, the names of their parts. */
function exportsOf(file: string, text: string): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
		if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
			for (const { name } of statement.exportClause.elements) found.set(name.text, []);
		}
		if (!ts.canHaveModifiers(statement) || !isExported(statement)) continue;
		if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, []);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (ts.isIdentifier(name)) found.set(name.text, partsOf(initializer));
		}
	}
	return found;
}

function isExported(statement: ts.HasModifiers): boolean {
	return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function partsOf(value: ts.Expression | undefined): string[] {
	const bare = value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)) ? value.expression : value;
	if (!bare || !ts.isObjectLiteralExpression(bare)) return [];
	return bare.properties.flatMap(({ name }) =>
		name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
	);
}
