import * as v from 'valibot';
import { isMailAddress } from '#lib/platform/mail/place.ts';
import { readNumber } from '#lib/platform/sms/number.ts';
import { type Free, QUALIFICATIONS, WORKS } from './volunteer.ts';

/** What comes in. The message of each rule is a key of messages/volunteers (`fault.…`). */
const MOST_SPELLS = 21;
const MOST_HOURS = 60;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** In which somebody may help; their names are in messages/content. */
export const SPOKEN = ['ru', 'fi', 'en', 'sv', 'et', 'ar', 'fa', 'so', 'tr', 'zh', 'es', 'fr'] as const;

export function severalOf<const Choices extends readonly string[]>(choices: Choices) {
	return v.pipe(
		v.array(v.picklist(choices, 'choice')),
		v.transform((all) => [...new Set(all)]),
	);
}

const row = v.object({ weekday: v.string(), from: v.string(), to: v.string() });
/** Rows as they stand in the form; one without times says nothing. */
const free = v.pipe(
	v.array(row),
	v.transform((rows) => rows.filter(({ from, to }) => from !== '' || to !== '')),
	v.maxLength(MOST_SPELLS, 'spells'),
	v.check((rows) => rows.every(isSpell), 'spells'),
	v.transform((rows): Free[] =>
		rows.map(({ weekday, from, to }) => ({ weekday: Number(weekday), from, to })).sort(inWeek),
	),
);

const hours = v.pipe(
	v.string('hours'),
	v.trim(),
	v.regex(/^\d{1,2}$/, 'hours'),
	v.transform(Number),
	v.maxValue(MOST_HOURS, 'hours'),
);

export const profileSchema = v.pipe(
	v.object({
		works: severalOf(WORKS),
		languages: v.pipe(severalOf(SPOKEN), v.minLength(1, 'languages')),
		placeIds: v.array(v.pipe(v.string(), v.maxLength(60))),
		isRemote: v.optional(
			v.pipe(
				v.string(),
				v.transform((text) => text !== ''),
			),
			'',
		),
		free,
		leastHours: hours,
		mostHours: hours,
	}),
	v.forward(
		v.partialCheck([['leastHours'], ['mostHours']], ({ leastHours, mostHours }) => leastHours <= mostHours, 'band'),
		['mostHours'],
	),
);
export type Profile = v.InferOutput<typeof profileSchema>;

export type Contact = { readonly reachedBy: 'none' | 'sms' | 'email'; readonly contact: string };
export const contactSchema = v.pipe(
	v.object({
		reachedBy: v.picklist(['none', 'sms', 'email'], 'way'),
		contact: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(254, 'contact')), ''),
	}),
	v.rawTransform(({ dataset: { value }, addIssue, NEVER }): Contact => {
		const read = readContact(value);
		if (!('wrong' in read)) return read;
		const path = { type: 'object', origin: 'value', input: value, key: 'contact', value: value.contact } as const;
		addIssue({ message: read.wrong, path: [path] });
		return NEVER;
	}),
);

export function readContact({ reachedBy, contact }: Contact): Contact | { readonly wrong: string } {
	if (reachedBy === 'none') return { reachedBy, contact: '' };
	if (reachedBy === 'email') return isMailAddress(contact) ? { reachedBy, contact } : { wrong: 'address' };
	const read = readNumber(contact);
	return 'number' in read ? { reachedBy, contact: read.number } : { wrong: `number.${read.wrong}` };
}

const day = v.pipe(v.string('day'), v.isoDate('day'));
const id = v.pipe(v.string(), v.uuid());
export const idSchema = v.object({ id });

export const absenceSchema = v.pipe(
	v.object({ from: day, to: day }),
	v.forward(
		v.partialCheck([['from'], ['to']], ({ from, to }) => from <= to, 'order'),
		['to'],
	),
);

/** `expiresOn`: the first day on which it holds no more; empty: it has no end. */
export const grantSchema = v.object({
	accountId: id,
	code: v.picklist(QUALIFICATIONS, 'choice'),
	grantedOn: day,
	lastDay: v.union([v.literal(''), day], 'day'),
});
export const experienceSchema = v.object({ accountId: id, works: severalOf(WORKS) });
export const activateSchema = v.object({ accountId: id });

const isSpell = ({ weekday, from, to }: v.InferOutput<typeof row>): boolean =>
	/^[1-7]$/.test(weekday) && TIME.test(from) && TIME.test(to) && from < to;

const inWeek = (a: Free, b: Free): number => a.weekday - b.weekday || a.from.localeCompare(b.from);
