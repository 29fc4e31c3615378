type Asked = { readonly key: string; readonly origin: string; readonly lang: string };

/** Where a key leads: the pages of her own, or the file for her calendar. */
export const addressOfKey = (kind: 'link' | 'feed', { key, origin, lang }: Asked): string =>
	kind === 'link' ? `${origin}/${lang}/own/${key}` : `${origin}/calendar/own/${key}.ics`;

/** By which a telephone knows that it is a calendar, and asks whether to keep it. */
export const asCalendar = (address: string): string => address.replace(/^https?:/, 'webcal:');
