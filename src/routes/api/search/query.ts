import * as v from 'valibot';

const LONGEST_MUNICIPALITY = 100;
const DEFAULT_LIMIT = '10';
const LIMIT = 'limit must be a whole number from 1 to 50.';

/** What `/api/search` takes; every sentence is what a caller reads when the parameter is wrong. */
export function querySchema(languages: readonly string[]) {
	return v.object({
		q: v.string('Say what to look for: the parameter q is missing.'),
		lang: v.optional(v.picklist(languages, `lang must be one of ${languages.join(', ')}.`)),
		municipality: v.optional(
			v.pipe(v.string(), v.maxLength(LONGEST_MUNICIPALITY, `municipality must be at most ${LONGEST_MUNICIPALITY} characters.`)),
		),
		limit: v.pipe(
			v.optional(v.string(), DEFAULT_LIMIT),
			v.regex(/^\d{1,3}$/, LIMIT),
			v.transform(Number),
			v.minValue(1, LIMIT),
			v.maxValue(50, LIMIT),
		),
	});
}
