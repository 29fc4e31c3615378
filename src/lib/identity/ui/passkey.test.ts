import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { askDevice, bytesOf, knowsPasskeys, textOf } from './passkey.ts';

afterEach(() => vi.unstubAllGlobals());

test('bytes written as base64url are the same bytes again, and as Node writes them', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
			const text = textOf(Uint8Array.from(bytes).buffer);
			expect(text).toBe(Buffer.from(bytes).toString('base64url'));
			expect([...bytesOf(text)]).toEqual([...bytes]);
		}),
	);
});

const bytes = (text: string): ArrayBuffer => Uint8Array.from(Buffer.from(text)).buffer;
class OldCredential {
	id = 'Zm9v';
	type = 'public-key';
	rawId = bytes('foo');
	response = { clientDataJSON: bytes('{}'), authenticatorData: bytes('a'), signature: bytes('s'), userHandle: null };
}
const OPTIONS = { challenge: 'AAEC', rpId: 'localhost', timeout: 5, userVerification: 'required' };

function browser(get: (asked: CredentialRequestOptions) => unknown, Credential: unknown = OldCredential): void {
	vi.stubGlobal('PublicKeyCredential', Credential);
	vi.stubGlobal('navigator', { credentials: { create: get, get } });
	vi.stubGlobal('fetch', async () => Response.json(OPTIONS));
}

test('a browser that cannot translate JSON is asked in bytes, and answers in JSON all the same', async () => {
	const asked: CredentialRequestOptions[] = [];
	browser((options) => {
		asked.push(options);
		return new OldCredential();
	});
	const outcome = await askDevice('sign', '/here');
	expect(asked[0]?.publicKey).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
	expect(new Uint8Array(asked[0]?.publicKey?.challenge as ArrayBuffer)).toEqual(Uint8Array.from([0, 1, 2]));
	expect(JSON.parse('passkey' in outcome ? outcome.passkey : '')).toEqual({
		...{ id: 'Zm9v', rawId: 'Zm9v', type: 'public-key' },
		response: { clientDataJSON: 'e30', authenticatorData: 'YQ', signature: 'cw' },
	});
});

test.each([
	['NotAllowedError', 'cancelled'],
	['InvalidStateError', 'known'],
	['SecurityError', 'refused'],
])('%s is told as %s', async (name, failed) => {
	browser(() => Promise.reject(new DOMException('no', name)));
	expect(await askDevice('sign', '/here')).toEqual({ failed });
});

test.each([
	[409, 'stale'],
	[429, 'wait'],
	[503, 'refused'],
])('an answer of %s is told as %s, and the device is not asked', async (status, failed) => {
	const get = vi.fn();
	browser(get);
	vi.stubGlobal('fetch', async () => Response.json({}, { status }));
	expect(await askDevice('sign', '/here')).toEqual({ failed });
	expect(get).not.toHaveBeenCalled();
});

test('without contact, and without passkeys in the browser, nothing breaks', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('away')));
	expect(await askDevice('sign', '/here')).toEqual({ failed: 'offline' });
	expect(knowsPasskeys()).toBe(false);
});
