import { error } from '@sveltejs/kit';
import type { Reached } from '#lib/events/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { readServicePoints } from '#lib/network/index.server.ts';
import { instant, today, wallTimeOf } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { sayIn, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { isId } from '#lib/platform/id.ts';
import { type Asking, whoMay } from '../../whoMay.server.ts';

export const whoRuns = (event: Asking): StaffActor => whoMay(event, 'runEvents');

/** What every page of this place needs to speak. */
export const spokenBy = ({ lang }: App.Locals) => ({ lang, words: wordsOf(lang, ['people', 'site']) });

/** A form as it was sent; boxes of one name are several. */
export async function sentIn(request: Request) {
	const form = await request.formData();
	return { ...fieldsOf(form), needs: form.getAll('needs').filter((need) => typeof need === 'string') };
}

/** What is no id at all is not there. */
export function idIn(id: string): string {
	if (!isId(id)) error(404);
	return id;
}

/** Which date it is, as it stands above every page and every paper. */
export type Head = Awaited<ReturnType<typeof headOf>>;

export async function headOf({ of, series }: Reached, lang: string) {
	const place = (await readServicePoints(ground().db)).find(({ id }) => id === of.placeId);
	return {
		...{ id: of.id, seriesId: series.id, day: of.day, starts: of.starts, mode: of.mode, state: of.state },
		ends: wallTimeOf(of.endsAt, series.zone),
		name: inLanguage(of.names ?? series.names, lang),
		place: place ? `${inLanguage(place.names, lang)}, ${inLanguage(place.municipality, lang)}` : '',
		why: whyOf(of, lang),
		isToday: of.day === today(0, series.zone),
		hasCome: of.day <= today(0, series.zone),
		hasBegun: of.startsAt.getTime() <= instant(),
		hasSlots: of.slotMinutes !== null,
		capacity: of.capacity,
	};
}

/** Why a date is not held: in somebody's own words, else by its cause. */
function whyOf({ state, cause, reason }: Reached['of'], lang: string): string {
	if (state !== 'cancelled' && state !== 'replaced') return '';
	const own = inLanguage(reason ?? {}, lang);
	if (own !== '' || cause === null || cause === 'other') return own;
	return sayIn(lang, ['notices'])(`notices.sms.cause.${cause}`);
}
