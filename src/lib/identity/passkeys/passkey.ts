import * as v from 'valibot';

/** The site as browsers know it: a passkey is bound to this name and does not work under another. */
export type Place = { readonly id: string; readonly origin: string };

/** A passkey as its owner sees it. */
export type Passkey = {
	readonly id: string;
	readonly deviceName: string;
	readonly addedOn: string;
	readonly lastUsedOn: string | null;
};

/** What a device made: the public half, and where its counter stood. */
export type NewKey = {
	readonly credentialId: string;
	readonly publicKey: Uint8Array<ArrayBuffer>;
	readonly counter: number;
};

export const MOST_PASSKEYS = 10;
/** Whoever adds or removes a way to sign in has shown within this time who she is. */
export const SHOWN_LATELY_MS = 15 * 60_000;

/**
 * Where passkeys work: at the configured address, or at localhost. Anywhere else (a number, another name of the machine,
 * plain http) a browser would refuse or tie the key to a name that nobody signs in under, so they are not offered.
 */
export function placeOf(asked: URL, configured: string | undefined): Place | null {
	const home = new URL(configured ?? asked);
	const isOurs = configured !== undefined || asked.hostname === 'localhost';
	if (!isOurs || home.origin !== asked.origin || !isFitForKeys(home)) return null;
	return { id: home.hostname, origin: home.origin };
}

function isFitForKeys({ protocol, hostname }: URL): boolean {
	return hostname === 'localhost' || (protocol === 'https:' && !/^\[|^[\d.]+$/.test(hostname));
}

/** A device that counts goes up by each use; one that stands still or goes back may have been copied. */
export function isCopied(known: number, shown: number): boolean {
	return (known > 0 || shown > 0) && shown <= known;
}

export function isShownLately(signedInAt: Date, at: number): boolean {
	return at - signedInAt.getTime() <= SHOWN_LATELY_MS;
}

const deviceName = v.pipe(
	v.string('device-name'),
	v.trim(),
	v.minLength(1, 'device-name'),
	v.maxLength(40, 'device-name'),
	v.regex(/^[^\p{C}]*$/u, 'device-name'),
);

const BASE64URL = /^[\w-]+$/;
const bytes = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.regex(BASE64URL));
/** A name of a credential has 1,023 bytes at most. */
const credentialId = bytes(1_364);
const whole = { id: credentialId, rawId: credentialId, type: v.literal('public-key') };
const asJson = v.pipe(v.string('passkey'), v.maxLength(40_000, 'passkey'), v.parseJson(undefined, 'passkey'));
const ofNoExtensions = v.optional(
	v.pipe(
		v.unknown(),
		v.transform(() => ({})),
	),
	{},
);

const made = v.object({
	...whole,
	clientExtensionResults: ofNoExtensions,
	response: v.object({ clientDataJSON: bytes(8_000), attestationObject: bytes(24_000) }),
});
const signed = v.object({
	...whole,
	clientExtensionResults: ofNoExtensions,
	response: v.object({
		clientDataJSON: bytes(8_000),
		authenticatorData: bytes(8_000),
		signature: bytes(8_000),
		userHandle: v.nullish(bytes(200)),
	}),
});
export type Made = v.InferOutput<typeof made>;
export type Signed = v.InferOutput<typeof signed>;

/** What comes from the form of a new passkey: its name, and what the browser gave as JSON. */
export const newPasskeySchema = v.object({ deviceName, passkey: v.pipe(asJson, made) });

/** The short name may stay empty; if it is there, the passkey must be of that account. */
export const passkeySignInSchema = v.object({ shortName: v.optional(v.string(), ''), passkey: v.pipe(asJson, signed) });

export const passkeyIdSchema = v.object({ id: v.pipe(v.string(), v.uuid()) });
