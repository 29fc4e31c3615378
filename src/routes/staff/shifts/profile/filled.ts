import { fieldsOf } from '#lib/platform/http/fields.ts';

/** A form as it was sent, to be read and to be shown again: single fields, boxes, rows of the week. */
export type Row = { readonly weekday: string; readonly from: string; readonly to: string };
export type Filled = {
	readonly texts: Readonly<Record<string, string>>;
	readonly chosen: {
		readonly works: readonly string[];
		readonly languages: readonly string[];
		readonly placeIds: readonly string[];
		readonly free: readonly Row[];
	};
};

export function filledBy(form: FormData): Filled {
	const all = (name: string): string[] => form.getAll(name).filter((one) => typeof one === 'string');
	const [weekdays, froms, tos] = [all('weekday'), all('from'), all('to')];
	const free = weekdays.map((weekday, at) => ({ weekday, from: froms[at] ?? '', to: tos[at] ?? '' }));
	return {
		texts: fieldsOf(form),
		chosen: { works: all('works'), languages: all('languages'), placeIds: all('placeIds'), free },
	};
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];
const EMPTY_ROWS = 2;

/** What is there, and room for more: each day of the week once for whoever has chosen none yet. */
export function rowsOf(free: readonly Row[]): Row[] {
	if (free.length === 0) return WEEKDAYS.map((weekday) => ({ weekday, from: '', to: '' }));
	return [...free, ...Array.from({ length: EMPTY_ROWS }, () => ({ weekday: '1', from: '', to: '' }))];
}
