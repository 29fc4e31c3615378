/**
 * The browser's part of passkeys, without a library: what the server gives as JSON goes to the device, what the device
 * makes of it comes back as JSON. Older browsers cannot translate JSON themselves, so we do it for them.
 */
export type Way = 'make' | 'sign';
/** `failed` names the sentence to show. */
export type Outcome = { readonly passkey: string } | { readonly failed: Failure };
export type Failure = 'cancelled' | 'known' | 'stale' | 'wait' | 'offline' | 'refused';

export function knowsPasskeys(): boolean {
	return typeof PublicKeyCredential === 'function' && typeof navigator.credentials?.create === 'function';
}

/** Asks the server at `from`, then the device. */
export async function askDevice(way: Way, from: string): Promise<Outcome> {
	const options = await optionsFrom(from);
	if ('failed' in options) return options;
	try {
		const credential = await (way === 'make' ? make(options) : sign(options));
		return credential ? { passkey: JSON.stringify(credential) } : { failed: 'cancelled' };
	} catch (error) {
		return { failed: failureOf(error) };
	}
}

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

async function optionsFrom(path: string): Promise<Options | { failed: Failure }> {
	try {
		const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json' } });
		if (response.ok) return await response.json();
		return { failed: response.status === 409 ? 'stale' : response.status === 429 ? 'wait' : 'refused' };
	} catch {
		return { failed: 'offline' };
	}
}

async function make(options: Options): Promise<unknown> {
	const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? parseToMake(options);
	return asJson(await navigator.credentials.create({ publicKey }));
}

async function sign(options: Options): Promise<unknown> {
	const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? parseToSign(options);
	return asJson(await navigator.credentials.get({ publicKey }));
}

/** What a person did is told apart from what went wrong; that a device has a passkey already is good news. */
function failureOf(error: unknown): Failure {
	const name = error instanceof Error ? error.name : '';
	if (name === 'InvalidStateError') return 'known';
	return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'refused';
}

function parseToMake(options: Options): PublicKeyCredentialCreationOptions {
	const { challenge, user, excludeCredentials = [], rp, pubKeyCredParams, timeout, authenticatorSelection } = options;
	return {
		...{ rp, pubKeyCredParams: pubKeyCredParams as PublicKeyCredentialParameters[] },
		...(timeout === undefined ? {} : { timeout }),
		...(authenticatorSelection === undefined ? {} : { authenticatorSelection }),
		challenge: bytesOf(challenge),
		user: { ...user, id: bytesOf(user.id) },
		excludeCredentials: excludeCredentials.map(({ id }) => ({ id: bytesOf(id), type: 'public-key' })),
	};
}

function parseToSign({ challenge, rpId, timeout }: Options): PublicKeyCredentialRequestOptions {
	return {
		...(rpId === undefined ? {} : { rpId }),
		...(timeout === undefined ? {} : { timeout }),
		challenge: bytesOf(challenge),
		userVerification: 'required',
	};
}

function asJson(credential: Credential | null): unknown {
	if (!(credential instanceof PublicKeyCredential)) return null;
	if (typeof credential.toJSON === 'function') return credential.toJSON();
	const { id, rawId, type, response } = credential;
	return { id, rawId: textOf(rawId), type, response: partsOf(response) };
}

function partsOf(response: AuthenticatorResponse): Record<string, string> {
	const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const;
	const parts = names.map((name) => [name, name in response ? response[name as keyof typeof response] : null]);
	return Object.fromEntries(
		parts.flatMap(([name, part]) => (part instanceof ArrayBuffer ? [[name, textOf(part)]] : [])),
	);
}

/** base64url → bytes, and back. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

export function textOf(bytes: ArrayBuffer): string {
	const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
	return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
