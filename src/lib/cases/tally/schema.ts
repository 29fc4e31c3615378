import * as v from 'valibot';
import { addDays } from '#lib/platform/clock.ts';
import { AGE_BANDS, OUTCOMES } from '../codes.ts';
import { DAYS_AHEAD, MOST_TAPS, TAP_LANGUAGES } from './tally.ts';

/** Shapes of what comes in. The message of each rule is a key of messages/tally (`error.…`). */
const id = v.pipe(v.string('missing'), v.uuid('missing'));
const clientId = v.pipe(v.string(), v.regex(/^[\w-]{8,56}$/));
const slug = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/));
const nothing = v.pipe(
	v.literal(''),
	v.transform(() => null),
);
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440));

export const tapCodesSchema = v.object({
	topic: slug,
	outcome: v.pipe(
		v.picklist(OUTCOMES),
		v.check((outcome) => outcome !== 'not-a-contact'),
	),
	minutes,
	language: v.picklist(TAP_LANGUAGES),
	ageBand: v.optional(v.nullable(v.union([v.picklist(AGE_BANDS), nothing])), null),
});

export const tapSchema = v.object({
	...tapCodesSchema.entries,
	id: clientId,
	hand: v.pipe(v.string(), v.uuid()),
	isUndone: v.boolean(),
});

/** Each tap is looked at by itself: one that cannot be read does not hold up the others. */
export const batchSchema = v.object({
	tallyId: id,
	taps: v.pipe(v.array(v.unknown()), v.maxLength(MOST_TAPS)),
	topics: v.array(v.string()),
});

export const tallyIdSchema = v.object({ tallyId: id });

/** `today` is the server's. */
export const openSchema = (today: () => string) =>
	v.pipe(
		v.object({
			key: id,
			deskId: v.pipe(v.string('desk'), v.maxLength(80, 'desk')),
			placeId: v.optional(v.union([slug, nothing], 'place'), ''),
			event: v.optional(v.pipe(v.string('event'), v.trim(), v.maxLength(80, 'event')), ''),
			day: v.pipe(
				v.string('day'),
				v.isoDate('day'),
				v.check((day) => day >= today() && day <= addDays(today(), DAYS_AHEAD), 'day'),
			),
		}),
		v.forward(
			v.partialCheck([['placeId'], ['event']], ({ placeId, event }) => placeId !== null || event !== '', 'where'),
			['event'],
		),
	);

/** From paper: so many people of each topic, all ended alike. */
export const countsSchema = v.object({
	tallyId: id,
	key: v.pipe(v.string(), v.uuid()),
	counts: v.record(slug, v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))),
	...v.omit(tapCodesSchema, ['topic']).entries,
});
