import fs from 'node:fs';
import path from 'node:path';

export type Column = { readonly table: string; readonly name: string; readonly type: string };

/** Every column of every table, as db/schema.sql has them. */
export function columns(): Column[] {
	const schema = fs.readFileSync(path.join(import.meta.dirname, '../../db/schema.sql'), 'utf8');
	return [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\);/gm)].flatMap(([, table = '', body = '']) =>
		[...body.matchAll(/^\t"?(\w+)"? ([a-z ]+?)(?:\[\])?(?: (?:default|generated|not null).*)?,?$/gm)]
			.filter(([, name]) => name !== 'constraint')
			.map(([, name = '', type = '']) => ({ table, name, type })),
	);
}

export const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What nobody's form has, and somebody who tries might send. */
const TRIED = ['role', 'roles', 'isAdmin', 'admin', 'memberships', 'source', 'staff', 'actor', 'by', 'origin', 'state'];

/** Marks by which a value that was taken over is known again; one for each type a column may have. */
export const MARK = 'planted-7c1e';
const MARKS: Readonly<Record<string, unknown>> = {
	integer: 987_654_321,
	bigint: 987_654_321,
	boolean: true,
	uuid: '7c1e7c1e-7c1e-4c1e-8c1e-7c1e7c1e7c1e',
	date: '1987-06-05',
	'timestamp with time zone': '1987-06-05T04:03:02.000Z',
	'time without time zone': '04:03:02',
};
/** As they look in a row. `true` cannot be told from anybody's: rows are compared for that. */
export const TRACES = [MARK, '987654321', '7c1e7c1e', '1987-06-05', '04:03:02'];

/** Each name that a column has, in both spellings, with a value that would fit it. */
export function everyField(): Record<string, unknown> {
	const fields: Record<string, unknown> = Object.fromEntries(TRIED.map((name) => [name, MARK]));
	for (const { name, type } of columns()) {
		const value = MARKS[type] ?? MARK;
		fields[name] = value;
		fields[camel(name)] = value;
	}
	return fields;
}
