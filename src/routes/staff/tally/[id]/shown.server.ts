import { error } from '@sveltejs/kit';
import { tallyFor } from '#lib/cases/index.server.ts';
import type { Tally } from '#lib/cases/index.ts';
import { catalogue } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { countFacts } from '#lib/ledger/index.server.ts';
import { numberOf } from '#lib/ledger/index.ts';
import { addDays } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { isId } from '../../conversations/answer.server.ts';

/** Big buttons; the other topics stand below them. */
const MOST_USED = 10;
const DAYS_LOOKED_BACK = 365;

export async function tallyOr404(actor: StaffActor, id: string) {
	const found = isId(id) ? await tallyFor(ground().db, actor, id) : null;
	if (!found) error(404);
	return found;
}

/** All topics there are: a tap with another is not taken. */
export const topicIds = (): string[] => catalogue().topics.map(({ id }) => id);

/** By how often the organisation had them in the year before; during the day no button moves. */
export async function topicsByUse({ organisationId, day }: Tally, lang: string) {
	const span = { from: addDays(day, -DAYS_LOOKED_BACK), to: addDays(day, -1) };
	const counts = await countFacts(ground().db, { organisationId, unit: 'contact', ...span, by: ['topic'] });
	const used = new Map(counts.map((count) => [count.key.topic, numberOf(count)]));
	const topics = catalogue().topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) }));
	// The sort is stable: what was used as often stays in the order of the site.
	const sorted = topics.sort((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0));
	return { most: sorted.slice(0, MOST_USED), rest: sorted.slice(MOST_USED) };
}
