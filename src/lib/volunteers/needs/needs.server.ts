import type * as v from 'valibot';
import { seriesToStaff } from '#lib/events/index.server.ts';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { deskById } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { followDesks } from '../shifts/place.server.ts';
import { applyNeed } from './apply.server.ts';
import { makeShifts } from './make.server.ts';
import type { Need } from './need.ts';
import { changeNeedSchema, endNeedSchema, newNeedSchema } from './schema.ts';
import { needs } from './store.server.ts';
import { minutesBetween } from './times.ts';

type At = Within<StaffActor>;
type New = v.InferOutput<typeof newNeedSchema>;
type Place = Pick<Need, 'organisationId' | 'seriesId' | 'deskId'>;

/** Who is needed, from now on: its shifts are there at once. The same form sent twice is one need. */
export const addNeed = command({
	input: newNeedSchema,
	load: ({ at: place }, at: At) => placeOf(place, at),
	allow: () => true,
	run: async (place, { tx, audit }, input) => {
		const earlier = await needs(tx).byId(input.id);
		if (earlier) return earlier.organisationId === place.organisationId ? earlier : refused('missing');
		const need = needOf(input, place);
		if (isRefusal(need)) return need;
		await needs(tx).add(need);
		await makeShifts(tx, need);
		await audit({ action: 'add', subject: 'need', subjectId: need.id });
		return need;
	},
	present: ({ id }) => ({ id }),
});

/** Another time, another number, other conditions: shifts that nobody has follow, with people in them she is asked. */
export const changeNeed = command({
	input: changeNeedSchema,
	load: ({ id }, at: At) => ownNeed(id, at),
	allow: () => true,
	run: async (before, { tx, audit }, input) => {
		const need = needOf({ ...input, until: input.until ?? null }, before);
		if (isRefusal(need)) return need;
		return apply({ tx, audit }, { ...need, id: before.id }, { along: input.along, action: 'change' });
	},
	present: ({ id }) => ({ id }),
});

/** Nobody is needed after today. */
export const endNeed = command({
	input: endNeedSchema,
	load: ({ id }, at: At) => ownNeed(id, at),
	allow: () => true,
	run: async (before, { tx, audit }, { along }) =>
		apply({ tx, audit }, { ...before, until: today() }, { along, action: 'end' }),
	present: ({ id }) => ({ id }),
});

type Asked = { readonly along: '' | 'leave' | 'change'; readonly action: string };

async function apply({ tx, audit }: Pick<At, 'tx' | 'audit'>, need: Need, { along, action }: Asked) {
	const changed = await applyNeed(tx, need, along);
	if (isRefusal(changed)) return changed;
	await needs(tx).save(need);
	await makeShifts(tx, need);
	await audit({ action, subject: 'need', subjectId: need.id });
	await followDesks(tx, changed);
	return need;
}

function needOf(input: Omit<New, 'at'>, place: Place): Need | Refusal {
	const { id, work, places, languages, qualifications, signUp, until, weekday, starts, ends } = input;
	const { organisationId, seriesId, deskId } = place;
	if (until !== null && until < today()) return refused('malformed', { until: 'past' });
	const same = { ...{ id, organisationId, seriesId, deskId, work, places }, languages, qualifications, signUp, until };
	if (deskId === null) return { ...same, weekday: null, starts: null, minutes: null };
	if (weekday === null) return refused('malformed', { weekday: 'weekday' });
	const minutes = minutesBetween(starts, ends);
	if (starts === null || minutes === null) return refused('malformed', { starts: 'time' });
	return { ...same, weekday, starts, minutes };
}

/** A public series or a desk of an organisation whose volunteers she leads. */
async function placeOf(at: string, { tx, actor }: At): Promise<Place | null> {
	const [kind, id = ''] = at.split('/');
	if (kind === 'series') {
		const one = (await seriesToStaff(tx, actor)).find((each) => each.id === id);
		return one ? { organisationId: one.organisationId, seriesId: id, deskId: null } : null;
	}
	const desk = await deskById(tx, id);
	const isHers = desk !== null && may(actor).leadVolunteers(desk.organisationId);
	return isHers ? { organisationId: desk.organisationId, seriesId: null, deskId: id } : null;
}

async function ownNeed(id: string, { tx, actor }: At): Promise<Need | null> {
	const need = await needs(tx).locked(id);
	return need && may(actor).leadVolunteers(need.organisationId) ? need : null;
}
