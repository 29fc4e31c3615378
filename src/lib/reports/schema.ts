import * as v from 'valibot';

/** The shape of a project as it is written in starter/projects and kept. What is absent was not published. */
const texts = v.record(v.string(), v.pipe(v.string(), v.minLength(1)));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const planned = v.nullable(count);

/** What a target counts. The first five are summed by the ledger under a unit of their own, the others are a rhythm. */
export const MEASURES = [
	...(['contacts', 'sessions', 'visits', 'participants', 'hours'] as const),
	...(['peoplePerSession', 'peoplePerYear', 'people', 'hoursPerSession', 'hoursPerWeek'] as const),
] as const;

const targetSchema = v.strictObject({ measure: v.picklist(MEASURES), min: count, max: count });

const lineSchema = v.strictObject({
	id: v.string(),
	activity: v.string(),
	names: texts,
	/** In words: with whom, where, how often, about what. */
	partner: v.optional(texts),
	rhythm: v.optional(texts),
	where: v.optional(texts),
	about: v.optional(texts),
	note: v.optional(texts),
	targets: v.array(targetSchema),
	/** Lines of a later version that this one became. */
	becomes: v.optional(v.array(v.string())),
});

const versionSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	dated: v.nullable(day),
	note: v.optional(texts),
	lines: v.pipe(v.array(lineSchema), v.minLength(1)),
});

const reportedSchema = v.strictObject({
	line: v.string(),
	activity: v.string(),
	names: texts,
	outcome: v.nullable(v.picklist(['held', 'held-extra', 'not-held', 'form-changed', 'published'])),
	sessions: planned,
	people: planned,
	/** In words: what the project itself reported. */
	account: v.optional(texts),
});

const deviationSchema = v.strictObject({
	line: v.string(),
	cause: v.picklist(['venue-refused', 'epidemic', 'partner-moved', 'staff', 'demand', 'other']),
	change: texts,
	reason: texts,
	effect: v.optional(texts),
	replacement: v.optional(texts),
	replacedBy: v.optional(v.string()),
});

const share = v.strictObject({ code: v.string(), contacts: count });

export const projectSchema = v.strictObject({
	id: v.string(),
	position: count,
	organisation: v.string(),
	kind: v.picklist(['reported', 'running']),
	isDemonstration: v.boolean(),
	code: v.nullable(v.string()),
	names: texts,
	summary: texts,
	starts: v.nullable(day),
	startsNote: v.optional(texts),
	ends: v.nullable(day),
	endsNote: v.optional(texts),
	applicant: v.strictObject({
		name: texts,
		kind: v.string(),
		businessId: v.optional(v.string()),
		municipality: v.optional(v.string()),
		website: v.optional(v.pipe(v.string(), v.url())),
	}),
	programme: v.optional(v.strictObject({ id: v.string(), names: texts })),
	area: v.optional(texts),
	/** Everything else that was published about it: a heading and what stands under it. */
	facts: v.array(v.strictObject({ id: v.string(), names: texts, texts: v.pipe(v.array(texts), v.minLength(1)) })),
	fundingEur: v.optional(v.array(v.strictObject({ names: texts, planned, granted: planned, realised: planned }))),
	participants: v.optional(
		v.array(v.strictObject({ names: texts, planned, realised: planned, note: v.optional(texts) })),
	),
	versions: v.pipe(v.array(versionSchema), v.minLength(1)),
	/** How the plan expects its contacts to be spread. */
	byChannel: v.optional(v.array(share)),
	byTopic: v.optional(v.array(share)),
	reported: v.array(reportedSchema),
	deviations: v.array(deviationSchema),
});
