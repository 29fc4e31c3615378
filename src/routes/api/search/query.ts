import * as v from 'valibot';

const DEFAULT_LIMIT = '10';
const MISSING = 'Say what to look for: the parameter q is missing.';
const MUNICIPALITY = 'municipality must be at most 100 characters.';
const AS = 'as must be typed, or be left out.';
const LIMIT = 'limit must be a whole number from 1 to 50.';

/** What `/api/search` takes; every sentence is what a caller reads when the parameter is wrong. */
export function querySchema(languages: readonly string[]) {
	const entries = {
		q: v.string(),
		lang: v.optional(v.picklist(languages, `lang must be one of ${languages.join(', ')}.`)),
		municipality: v.optional(v.pipe(v.string(), v.maxLength(100, MUNICIPALITY))),
		as: v.optional(v.literal('typed', AS)),
		limit: v.pipe(
			v.optional(v.string(), DEFAULT_LIMIT),
			v.regex(/^\d{1,3}$/, LIMIT),
			v.transform(Number),
			v.minValue(1, LIMIT),
			v.maxValue(50, LIMIT),
		),
	};
	return v.object(entries, MISSING);
}
