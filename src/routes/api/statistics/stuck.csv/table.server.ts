import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { csvOf, type PublicService, type PublicStep, type PublishedMap } from '#lib/reports/index.server.ts';
import type { Shown } from '#lib/reports/index.ts';
import { serviceNamed, stepNamed, stepsInOrder } from '../../../stuckMap.server.ts';

/** Every number of the public page as a row of its own. The columns are described in /api/openapi.json. */
export function stuckCsv(map: PublishedMap, service: string | null): string {
	const about = { quarter: map.quarter, state: map.state };
	const chosen = map.services.filter(({ code }) => service === null || code === service);
	const whole: Row[] = service === null ? [{ level: 'all', count: map.total }] : [];
	const rows = [...whole, ...chosen.flatMap(rowsOf)];
	return csvOf(
		columns(),
		rows.map((row) => fields({ ...about, ...row })),
	);
}

type Row = {
	readonly level: 'all' | 'service' | 'step' | 'ending';
	readonly service?: string;
	readonly step?: string;
	readonly ending?: string;
	readonly count: Shown;
};

const codes = (): string[] => languages().map(({ code }) => code);

function columns(): string[] {
	return [
		...['quarter', 'state', 'level', 'service', ...codes().map((lang) => `service_${lang}`)],
		...['guide', 'step', 'step_number', ...codes().map((lang) => `step_${lang}`)],
		...['ending', 'at_least', 'hidden'],
	];
}

function rowsOf({ code, count, steps }: PublicService): Row[] {
	const below = stepsInOrder(steps ?? []).flatMap((step) => rowsOfStep(code, step));
	return [{ level: 'service', service: code, count }, ...below];
}

function rowsOfStep(service: string, { code, count, endings }: PublicStep): Row[] {
	const own = { service, step: code };
	const below = (endings ?? []).map(
		(ending): Row => ({ level: 'ending', ...own, ending: ending.code, count: ending.count }),
	);
	return [{ level: 'step', ...own, count }, ...below];
}

/** A hidden number is an empty field, never a nought. */
function fields(row: Row & { readonly quarter: string; readonly state: string }): (string | number)[] {
	const { service = '', step = '', ending = '', count } = row;
	const [guide = '', id = ''] = step.split('#');
	const steps = codes().map((lang) => (step ? stepNamed(step, lang) : null));
	return [
		...[row.quarter, row.state, row.level, service],
		...codes().map((lang) => (service ? (serviceNamed(service, lang).name ?? '') : '')),
		...[guide, id, steps[0]?.number ?? '', ...steps.map((named) => named?.text ?? '')],
		...[ending, count === 'hidden' ? '' : count, count === 'hidden' ? 'yes' : 'no'],
	];
}
