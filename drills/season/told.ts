import fs from 'node:fs';
import path from 'node:path';
import { Visit } from '../../bench/common/request.ts';
import { must } from '../common/forms.ts';
import { signIn } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import type { Year } from './live.ts';
import type { LineCount } from './recount.ts';

/** What the site tells of the year: its ledger, the page for the staff, the page for everybody. */
const PROJECT = 'demo-kuopio-2026';
const LANG = 'ru';

export async function sumsInLedger({ sql }: Network): Promise<Map<string, LineCount>> {
	const rows = await sql<LineCount>(
		`select o.line as id, coalesce(f.sessions, 0)::int as sessions, coalesce(f.visits, 0)::int as visits, o.cancelled,
			o.replaced
		from (select s.plan_line as line, (count(*) filter (where o.state = 'cancelled'))::int as cancelled,
				(count(*) filter (where o.state = 'replaced'))::int as replaced
			from occurrences o join series s on s.id = o.series_id group by 1) o
		left join (select plan_line as line, sum(quantity) filter (where unit = 'session') as sessions,
				sum(quantity) filter (where unit = 'visit') as visits
			from facts where project_id = $1 group by 1) f using (line)`,
		[PROJECT],
	);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Dimensions of a standing fact whose parts are not all that it counts. */
export async function partsInLedger({ sql }: Network): Promise<number> {
	const rows = await sql(
		`select 1 from facts f join fact_parts p on p.fact_id = f.id
		where f.unit = 'visit' and p.dimension <> 'topic' group by f.id, f.quantity, p.dimension having sum(p.quantity) <> f.quantity`,
	);
	return rows.length;
}

export async function linesOnPage({ era }: Year): Promise<Map<string, LineCount>> {
	const coordinator = await signIn(era.network.nodes[1]?.address ?? '', 'coordinator');
	const page = (await must(coordinator.get(`/staff/projects/${PROJECT}`), 200)).body.toString();
	const rows = rowsIn(page);
	const dates = sectionsIn(page);
	const counted = (name: string, unit: string): number =>
		Number(rows.find(([line, of]) => line === name && of === say(`unit.${unit}`))?.[3] ?? 0);
	return new Map(
		linesOfPlan().map(({ id, name }) => [
			id,
			{
				...{ id, sessions: counted(name, 'session'), visits: counted(name, 'visit') },
				cancelled: numberAfter(dates.get(name), say('dates.cancelled')),
				replaced: numberAfter(dates.get(name), say('dates.replaced')),
			},
		]),
	);
}

/** In steps of five; null where the page says that it is hidden. */
export async function visitsForAll({ era }: Year): Promise<Map<string, number | null>> {
	const page = (await must(new Visit(era.network.nodes[1]?.address ?? '').get(`/${LANG}/projects/${PROJECT}`), 200))
		.body;
	const sections = sectionsIn(page.toString());
	return new Map(
		linesOfPlan().map(({ id, name }) => {
			const text = sections.get(name) ?? '';
			const at = text.indexOf(`${say('dates.visits')}:`);
			const shown = /^\D*?(\d[\d\s\u00a0]*)\./.exec(text.slice(at + say('dates.visits').length + 1))?.[1];
			return [id, at < 0 || shown === undefined ? null : Number(shown.replace(/\s/g, ''))];
		}),
	);
}

/** Rows of tables as the texts of their cells. */
function rowsIn(page: string): string[][] {
	return [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => textOf(cell)),
	);
}

/** The paragraph right under each heading of the third level. */
function sectionsIn(page: string): Map<string, string> {
	const found = page.matchAll(/<h3[^>]*>((?:(?!<\/h3>)[\s\S])*)<\/h3>\s*(?:<!--.*?-->\s*)*<p[^>]*>([\s\S]*?)<\/p>/g);
	return new Map([...found].map(([, name = '', text = '']) => [textOf(name), textOf(text)]));
}

const textOf = (html: string): string =>
	html
		.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();

function numberAfter(text: string | undefined, label: string): number {
	const at = text?.indexOf(`${label}: `) ?? -1;
	return at < 0 ? 0 : Number.parseInt(text?.slice(at + label.length + 2) ?? '0', 10);
}

type Line = { readonly id: string; readonly name: string };

function linesOfPlan(): Line[] {
	const project = read<{ versions: { lines: { id: string; names: Record<string, string> }[] }[] }>(
		'starter/projects/demo-kuopio.json',
	);
	return project.versions.flatMap(({ lines }) => lines.map(({ id, names }) => ({ id, name: names[LANG] ?? '' })));
}

const say = (key: string): string => read<Record<string, string>>(`messages/reports/${LANG}.json`)[key] ?? key;

function read<T>(file: string): T {
	return JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')) as T;
}
