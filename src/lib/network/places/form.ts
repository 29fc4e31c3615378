import * as v from 'valibot';
import { addDays } from '#lib/platform/clock.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import {
	grouped,
	languages,
	revision,
	slug,
	textOrNone,
	texts,
	textsOrNone,
	tick,
	ticked,
	urlOrNone,
} from '../input.ts';
import { ACCESSIBILITY, type Accessibility, type Point, type ServicePoint } from '../servicePoint.ts';

/** Days after which somebody looks again whether a place is still as we say. */
export const DAYS_CHECKED = 183;

/** Degrees of Finland; whoever changes the two numbers round hears of it. */
const degrees = (least: number, most: number) =>
	v.pipe(
		textOrNone(20),
		v.transform((text) => (text === null ? null : Number(text.replace(',', '.')))),
		v.nullable(v.pipe(v.number('point'), v.minValue(least, 'point'), v.maxValue(most, 'point'))),
	);

const fields = {
	...{ names: texts(120), offers: texts(600), room: textsOrNone(200), travel: textsOrNone(300) },
	municipalityCode: v.pipe(textOrNone(3), v.nullable(v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality')))),
	street: textOrNone(120),
	postalCode: v.pipe(textOrNone(5), v.nullable(v.pipe(v.string(), v.regex(/^\d{5}$/, 'postalCode')))),
	...{ lat: degrees(59, 71), lon: degrees(19, 32) },
	accessibility: ticked((name): name is Accessibility => v.is(v.picklist(ACCESSIBILITY), name)),
	languages,
	phone: v.pipe(textOrNone(30), v.nullable(v.pipe(v.string(), v.regex(/^\+?\d[\d ()-]{3,}$/, 'phone')))),
	email: v.pipe(textOrNone(200), v.nullable(v.pipe(v.string(), v.email('email')))),
	...{ url: urlOrNone, organisationId: v.pipe(textOrNone(60), v.nullable(slug)) },
	...{ isChecked: tick, isClosed: tick },
};

export const newPlaceSchema = v.pipe(grouped, v.object({ ...fields, keptBy: slug }));
export const placeSchema = v.pipe(grouped, v.object({ ...fields, id: slug, revision }));
export type TypedPlace = Omit<v.InferOutput<typeof newPlaceSchema>, 'keptBy'>;

/** A place before anybody has said anything of it. */
export type Begun = Pick<ServicePoint, 'id' | 'municipality'> & Partial<ServicePoint>;

/** What the form says, on what the place was. What the form does not ask for stays. */
export function placeFrom(was: Begun, typed: TypedPlace, said: { town: Texts | undefined; on: string }): ServicePoint {
	const { doubtful, checkedOn, nextCheckOn, closedOn, ...rest } = was;
	const { lat, lon, isChecked, isClosed, room, travel, accessibility, ...plain } = typed;
	const check = isChecked
		? { checkedOn: said.on, nextCheckOn: addDays(said.on, DAYS_CHECKED) }
		: { doubtful, checkedOn, nextCheckOn };
	return withoutNothing({
		...rest,
		...plain,
		municipality: said.town ?? was.municipality,
		...{ room: orNothing(room), travel: orNothing(travel), point: pointOf(lat, lon) },
		accessibility: accessibility.length > 0 ? accessibility : undefined,
		...check,
		closedOn: isClosed ? (closedOn ?? said.on) : undefined,
	});
}

/** One number alone is no point. */
export function isHalfPoint({ lat, lon }: Pick<TypedPlace, 'lat' | 'lon'>): boolean {
	return (lat === null) !== (lon === null);
}

function pointOf(lat: number | null, lon: number | null): Point | undefined {
	return lat === null || lon === null ? undefined : { lat, lon };
}

const orNothing = (given: Texts): Texts | undefined => (Object.keys(given).length > 0 ? given : undefined);

type Loose<One> = { [Key in keyof One]: One[Key] | null | undefined };

/** A card keeps no empty fields: what is unknown is not there. */
function withoutNothing(card: Loose<ServicePoint>): ServicePoint {
	const filled = Object.entries(card).filter(([, value]) => value !== null && value !== undefined);
	// Only fields that a place may lack can be empty here: the schema and `Begun` see to the others.
	return Object.fromEntries(filled) as unknown as ServicePoint;
}
