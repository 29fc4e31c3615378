import { error, redirect } from '@sveltejs/kit';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import type { Tally } from '#lib/cases/index.ts';
import { readServicePoints, type ServicePoint } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** Asked in each load and each action: a guard in a layout protects no action. */
export function counter({ staff }: App.Locals, back = '/staff/tally'): StaffActor {
	if (!staff) redirect(303, `/staff/sign-in?next=${encodeURIComponent(back)}`);
	if (organisationsWhere(staff, 'helpAtDesk').length === 0) error(403);
	return staff;
}

/** Service points with the names by which people know them. */
export async function placesIn(lang: string): Promise<{ id: string; name: string }[]> {
	return (await readServicePoints(ground().db)).map((point) => ({ id: point.id, name: placeSaid(point, lang) }));
}

export function whereOf({ placeId, event }: Tally, places: readonly { id: string; name: string }[]): string {
	return event ?? places.find(({ id }) => id === placeId)?.name ?? placeId ?? '';
}

function placeSaid({ names, municipality }: ServicePoint, lang: string): string {
	return `${inLanguage(names, lang)}, ${inLanguage(municipality, lang)}`;
}
