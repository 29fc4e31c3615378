import { json, type Cookies } from '@sveltejs/kit';
import { type Answering, type Place, placeOf } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { passkeyTokenOf, proofOf, setPasskeyCookie } from '#lib/platform/http/cookies.server.ts';
import { secondsToWait } from '#lib/platform/http/limits.server.ts';
import { house } from '../../house.server.ts';

type Asking = { readonly cookies: Cookies; readonly url: URL; readonly locals: App.Locals };
type Begun = { readonly browser: string; readonly options: object };

const PER_SOURCE = { tries: 60, perMs: 600_000 };
const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** Null where passkeys do not work, and are not offered. */
export function placeAt(url: URL): Place | null {
	return placeOf(url, house().settings.address);
}

export function answeringOf({ cookies, url }: Pick<Asking, 'cookies' | 'url'>): Answering {
	const secure = isSecure(url);
	return { place: placeAt(url), browser: passkeyTokenOf(cookies, secure), proof: proofOf(cookies, secure) };
}

/** What the device is to sign, for the script of the page; the cookie ties it to this browser. */
export async function giveOptions(
	{ cookies, url, locals }: Asking,
	begin: (place: Place) => Promise<Begun | Refusal>,
): Promise<Response> {
	const seconds = secondsToWait('passkey-options', locals.source, PER_SOURCE);
	if (seconds > 0) return json(refused('too-many'), { status: 429, headers: { 'retry-after': String(seconds) } });
	const place = placeAt(url);
	const begun = place ? await begin(place) : refused('missing');
	if (isRefusal(begun)) return json(begun, { status: statusOf(begun) });
	setPasskeyCookie(cookies, isSecure(url), begun.browser);
	return json(begun.options);
}
