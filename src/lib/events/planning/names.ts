import type { Series } from '../event.ts';

/** The address of a series: its Finnish or English title and the year in which it begins; unlike all that are taken. */
export function idFor(
	{ names, activityId, from }: Pick<Series, 'names' | 'activityId' | 'from'>,
	taken: readonly string[],
): string {
	const title = plain(names.fi ?? names.en ?? '') || activityId;
	const first = `${title.slice(0, 48).replace(/-$/, '')}-${from.slice(0, 4)}`;
	if (!taken.includes(first)) return first;
	for (let number = 2; ; number++) if (!taken.includes(`${first}-${number}`)) return `${first}-${number}`;
}

function plain(text: string): string {
	const letters = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
	return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
