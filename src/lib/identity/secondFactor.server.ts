import { Secret, TOTP } from 'otpauth';
import QrCode from 'qrcode';
import { instant } from '#lib/platform/clock.ts';
import { randomKey } from '#lib/platform/randomness.server.ts';

/** One-time codes of RFC 6238 with the settings that every authenticator app knows. */
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const NETWORK = 'Silta';
const BYTES = 20;
const nobodys = randomKey(BYTES);

export function newSecondFactor(): Buffer {
	return randomKey(BYTES);
}

/** The half minute since 1970 that the code belongs to, one early or late allowed; null if it is wrong. */
export function stepOfCode(secret: Buffer | null, code: string): number | null {
	const totp = totpOf(secret ?? nobodys, '');
	const delta = totp.validate({ token: code, timestamp: instant(), window: 1 });
	return delta === null || secret === null ? null : totp.counter({ timestamp: instant() }) + delta;
}

export type ShownSecret = { text: string; address: string; picture: string };

/** What a new person needs for an authenticator: the secret in groups of letters, its address, and that as a picture. */
export async function shownToPerson(secret: Buffer, shortName: string): Promise<ShownSecret> {
	const totp = totpOf(secret, shortName);
	const address = totp.toString();
	const svg = await QrCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
	const text = totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ');
	return { text, address, picture: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` };
}

function totpOf(secret: Buffer, label: string): TOTP {
	const bytes = Uint8Array.from(secret).buffer;
	return new TOTP({ ...SETTINGS, issuer: NETWORK, label, secret: new Secret({ buffer: bytes }) });
}
