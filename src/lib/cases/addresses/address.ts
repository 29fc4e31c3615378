import * as v from 'valibot';
import { isMailAddress } from '#lib/platform/mail/place.ts';
import { readNumber } from '#lib/platform/sms/number.ts';
import { tick } from '../schema.ts';

/** Where somebody wants to be told that there is an answer, as the mail and the gateway take it. */
export type Address = { readonly kind: AddressKind; readonly address: string };
export type AddressKind = 'email' | 'sms';

/** What somebody typed into the one field: with an @ it is meant as a mailbox, else as a telephone number. */
export function readAddress(typed: string): Address | { readonly wrong: 'email' | 'number' } {
	const text = typed.trim();
	return text.includes('@') ? readMailbox(text.toLowerCase()) : readTelephone(text);
}

function readMailbox(text: string): Address | { wrong: 'email' } {
	const hasCountry = /\.[^.]{2,}$/.test(text);
	return isMailAddress(text) && hasCountry ? { kind: 'email', address: text } : { wrong: 'email' };
}

function readTelephone(text: string): Address | { wrong: 'number' } {
	const read = readNumber(text);
	return 'number' in read ? { kind: 'sms', address: read.number } : { wrong: 'number' };
}

/** `ways` are those that this installation can send by; `wants`: the answer itself, not only word of it. */
export const givenAddress = v.object({
	ways: v.array(v.picklist(['email', 'sms'])),
	address: v.pipe(
		v.string('email'),
		v.maxLength(300, 'email'),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const read = readAddress(dataset.value);
			if ('kind' in read) return read;
			addIssue({ message: read.wrong });
			return NEVER;
		}),
	),
	wants: tick,
});
export type GivenAddress = v.InferOutput<typeof givenAddress>;
