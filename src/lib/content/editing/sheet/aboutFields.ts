import { SECTIONS, SUITS } from '../../item/about.ts';
import { RISKS } from '../../item/item.ts';
import { CONFIDENCES, LOGIN_WAYS } from '../../service.ts';

/**
 * How a field of `about` is typed, and what stands in it. `lines`: a list, one a line. `webs`: addresses,
 * one a line. `pairs`: `ru: чтение` a line.
 * `former`: `name | last day` a line. `affects`: keys of items, one a line.
 */
export type Shape =
	| 'line'
	| 'web'
	| 'webs'
	| 'number'
	| 'day'
	| 'tick'
	| 'choice'
	| 'choices'
	| 'lines'
	| 'pairs'
	| 'former'
	| 'affects';
export type AboutField = { readonly name: string; readonly shape: Shape; readonly options?: readonly string[] };

const one = (name: string, shape: Shape, options?: readonly string[]): AboutField => ({
	name,
	shape,
	...(options && { options }),
});
const POSITION = one('position', 'number');
/** The options are what the site has: see the page. */
const TOPICS = one('topics', 'choices');
const RISK = one('risk', 'choice', RISKS);
const SERVICES = one('services', 'lines');
const SOURCES = one('sources', 'webs');

const FIELDS: Readonly<Record<string, readonly AboutField[]>> = {
	service: [
		...[
			one('url', 'web'),
			one('authority', 'tick'),
			TOPICS,
			RISK,
			one('login', 'choices', LOGIN_WAYS),
			one('languages', 'lines'),
		],
		...[one('phone', 'line'), one('municipalities', 'lines'), one('formerNames', 'lines')],
		...[one('confidence', 'choice', CONFIDENCES), POSITION, SOURCES],
	],
	guide: [
		...[one('section', 'choice', SECTIONS), POSITION, RISK, one('reach', 'choice', ['steps', 'door']), TOPICS],
		...[one('suits', 'choices', SUITS), SERVICES, SOURCES],
	],
	term: [one('reading', 'pairs'), one('forms', 'lines'), one('former', 'former'), TOPICS, RISK, SERVICES, SOURCES],
	change: [
		...[one('announced', 'day'), one('effective', 'day'), one('expires', 'day'), one('unsettled', 'tick')],
		...[one('affects', 'affects'), TOPICS, RISK, SERVICES, SOURCES],
	],
	video: [one('url', 'web'), POSITION, TOPICS, RISK, SERVICES, SOURCES],
	material: [POSITION, TOPICS, RISK, SERVICES, one('guides', 'lines'), SOURCES],
};

export function aboutFields(kind: string): readonly AboutField[] {
	return FIELDS[kind] ?? [];
}
