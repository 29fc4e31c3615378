import { addressOfSource, affectedBy, formerNames, isWebAddress, listIn } from '../../item/about.ts';
import { type About, isItemKey } from '../../item/item.ts';
import { type AboutField, aboutFields } from './aboutFields.ts';

/** Codes of what is wrong, by the name of the field. */
export function faultsOfAbout(kind: string, about: About): Record<string, string> {
	const faults = aboutFields(kind).flatMap((field) => {
		const fault = about[field.name] === undefined ? null : faultOf(field, about[field.name]);
		return fault ? [[field.name, fault]] : [];
	});
	return Object.fromEntries(faults);
}

function faultOf({ shape, options }: AboutField, value: unknown): string | null {
	if (shape === 'number') return typeof value === 'number' && Number.isInteger(value) ? null : 'number';
	if (shape === 'day') return isDay(value) ? null : 'day';
	if (shape === 'web') return isWebAddress(value) ? null : 'url';
	if (shape === 'webs') return listIn({ webs: value }, 'webs').every(addressOfSource) ? null : 'urls';
	if (shape === 'choice') return options?.some((option) => option === value) ? null : 'choice';
	if (shape === 'former')
		return formerNames({ former: value }).every(({ until }) => until === undefined || isDay(until)) ? null : 'day';
	if (shape === 'affects') return affectedBy({ affects: value }).every(isItemKey) ? null : 'key';
	if (shape === 'pairs') return Object.keys(Object(value)).every((lang) => /^[a-z]{2}$/.test(lang)) ? null : 'pair';
	return null;
}

const isDay = (value: unknown): boolean =>
	typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
