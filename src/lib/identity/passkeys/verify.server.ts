import type { Made, NewKey, Place, Signed } from './passkey.ts';
import type { KnownKey } from './store.server.ts';

/** Loaded by the first who uses a passkey: it needs a fifth of the time in which a node starts. */
const webauthn = () => import('@simplewebauthn/server');

type Expected = { readonly place: Place; readonly challenge: string };
type Owner = { readonly accountId: string; readonly shortName: string; readonly chosenName: string };

const NETWORK = 'Silta';
const LONGEST_MS = 120_000;
/** EdDSA, ES256, RS256: what phones, computers and keys have. */
const ALGORITHMS = [-8, -7, -257];

/** For `navigator.credentials.create`: a key that is found without a name being typed, behind the lock of the device. */
export async function optionsToMake(
	place: Place,
	challenge: Uint8Array<ArrayBuffer>,
	owner: Owner & { known: string[] },
) {
	return (await webauthn()).generateRegistrationOptions({
		...{ rpName: NETWORK, rpID: place.id, challenge, timeout: LONGEST_MS, supportedAlgorithmIDs: ALGORITHMS },
		...{ userName: owner.shortName, userDisplayName: owner.chosenName, userID: handleOf(owner.accountId) },
		// Which make of device it is, is nothing for us to know.
		attestationType: 'none',
		excludeCredentials: owner.known.map((id) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
}

/** For `navigator.credentials.get`: no list of credentials, so nobody learns by a name whose passkeys there are. */
export async function optionsToSign(place: Place, challenge: Uint8Array<ArrayBuffer>) {
	return (await webauthn()).generateAuthenticationOptions({
		rpID: place.id,
		challenge,
		timeout: LONGEST_MS,
		userVerification: 'required',
	});
}

/** The key that was made, or null: another site, another challenge, no lock opened, or no such thing at all. */
export async function keyMade(response: Made, expected: Expected): Promise<NewKey | null> {
	const { place, challenge } = expected;
	const { verifyRegistrationResponse } = await webauthn();
	const done = await verifyRegistrationResponse({
		...{ response, expectedChallenge: challenge, expectedOrigin: place.origin, expectedRPID: place.id },
		...{ requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS },
	}).catch(() => null);
	if (!done?.verified) return null;
	const { id, publicKey, counter } = done.registrationInfo.credential;
	return { credentialId: id, publicKey, counter };
}

/** Where the counter stands, if that key signed this challenge here; else null. */
export async function counterSigned(response: Signed, key: KnownKey, expected: Expected): Promise<number | null> {
	const { userHandle } = response.response;
	if (userHandle && userHandle !== Buffer.from(handleOf(key.accountId)).toString('base64url')) return null;
	const { verifyAuthenticationResponse } = await webauthn();
	const done = await verifyAuthenticationResponse({
		response: { ...response, response: { ...response.response, userHandle: userHandle ?? undefined } },
		...{
			expectedChallenge: expected.challenge,
			expectedOrigin: expected.place.origin,
			expectedRPID: expected.place.id,
		},
		// The library would not tell a copied key from a wrong signature; we ask about the counter ourselves.
		credential: { id: key.credentialId, publicKey: key.publicKey, counter: 0 },
		requireUserVerification: true,
	}).catch(() => null);
	return done?.verified ? done.authenticationInfo.newCounter : null;
}

/** What a device remembers of the owner: the id of the account, which says nothing of the person. */
function handleOf(accountId: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex'));
}
