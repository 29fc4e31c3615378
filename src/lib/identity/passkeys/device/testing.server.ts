import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A device that makes and uses passkeys, in software, with every lie a test may need. Never imported by the site. */
export type Device = {
	readonly credentialId: string;
	make(options: { challenge: string; rp: { id?: string } }, lies?: Lies): string;
	sign(options: { challenge: string; rpId?: string }, lies?: Lies): string;
};
export type Lies = {
	origin?: string;
	rpId?: string;
	challenge?: string;
	type?: string;
	counter?: number;
	userVerified?: boolean;
	userHandle?: string;
	key?: KeyObject;
};

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;
const ORIGIN = 'http://localhost:3000';

export function newDevice({ counts = true } = {}): Device {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const id = createHash('sha256')
		.update(publicKey.export({ type: 'spki', format: 'der' }))
		.digest();
	const credentialId = id.toString('base64url');
	let used = 0;
	const about = (type: string, challenge: string, lies: Lies): Buffer =>
		Buffer.from(
			JSON.stringify({
				type: lies.type ?? type,
				challenge: lies.challenge ?? challenge,
				origin: lies.origin ?? ORIGIN,
				crossOrigin: false,
			}),
		);
	const head = (rpId: string, flags: number, lies: Lies): Buffer => {
		if (counts) used += 1;
		const verified = lies.userVerified === false ? 0 : USER_VERIFIED;
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(lies.counter ?? used);
		return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.from([flags | verified | USER_PRESENT]), counter]);
	};
	return {
		credentialId,
		make({ challenge, rp }, lies = {}) {
			const length = Buffer.from([id.length >> 8, id.length & 0xff]);
			const credential = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
			const authData = Buffer.concat([head(rp.id ?? '', HAS_CREDENTIAL, lies), credential]);
			const attestation = cbor(
				new Map<string, Cbor>([
					['fmt', 'none'],
					['attStmt', new Map()],
					['authData', authData],
				]),
			);
			return asAnswer(credentialId, {
				clientDataJSON: about('webauthn.create', challenge, lies),
				attestationObject: attestation,
			});
		},
		sign({ challenge, rpId }, lies = {}) {
			const clientDataJSON = about('webauthn.get', challenge, lies);
			const authenticatorData = head(rpId ?? '', 0, lies);
			const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
			const signature = sign('sha256', signed, lies.key ?? privateKey);
			const handle: Record<string, Buffer> = lies.userHandle ? { userHandle: Buffer.from(lies.userHandle) } : {};
			return asAnswer(credentialId, { clientDataJSON, authenticatorData, signature, ...handle });
		},
	};
}

function asAnswer(id: string, response: Record<string, Buffer>): string {
	const texts = Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]);
	const extras = {
		type: 'public-key',
		clientExtensionResults: { credProps: { rk: true } },
		authenticatorAttachment: 'platform',
	};
	return JSON.stringify({ id, rawId: id, response: Object.fromEntries(texts), ...extras });
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** A key of the curve P-256 as devices write it down (RFC 9053): kind EC2, algorithm ES256. */
function coseOf(key: KeyObject): Buffer {
	const { x = '', y = '' } = key.export({ format: 'jwk' });
	const parts: [number, Cbor][] = [
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, Buffer.from(x, 'base64url')],
		[-3, Buffer.from(y, 'base64url')],
	];
	return cbor(new Map<number, Cbor>(parts));
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of CBOR (RFC 8949) as devices write. */
function cbor(value: Cbor): Buffer {
	if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
	if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
	if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
	const parts = [...value].flatMap(([key, part]) => [cbor(key), cbor(part)]);
	return Buffer.concat([cborHead(5, value.size), ...parts]);
}

function cborHead(major: number, size: number): Buffer {
	if (size < 24) return Buffer.from([(major << 5) | size]);
	if (size < 256) return Buffer.from([(major << 5) | 24, size]);
	return Buffer.from([(major << 5) | 25, size >> 8, size & 0xff]);
}
