import { Away } from '../away.ts';
import { instant } from '../clock.ts';

/** Whoever runs the site sets it, so it may be private: best the gateway stands on the same machine. */
export type SmsGateway = { readonly url: string; readonly key: string; readonly from: string | null };
/** `id` makes it one: the gateway sends the same id once, however often it is told. */
export type OutgoingSms = { readonly id: string; readonly to: string; readonly text: string };

/** It cannot be told now whether it took the text; the same id may be told again. */
export class SmsGatewayAway extends Away {
	override name = 'SmsGatewayAway';
}

const LONGEST_MS = 8_000;
/** After it did not answer nobody waits for it again so soon. */
const LEFT_ALONE_MS = 15_000;
let awayUntil = 0;

/** `taken`: it will send it. `refused`: it never will, for this number or this text. */
export async function sendSms(
	gateway: SmsGateway,
	sms: OutgoingSms,
	longestMs = LONGEST_MS,
): Promise<'taken' | 'refused'> {
	if (isLeftAlone()) throw new SmsGatewayAway('the gateway did not answer just now');
	const status = await told(gateway, sms, longestMs);
	if (status >= 200 && status < 300) return 'taken';
	if (isForThisOne(status)) return 'refused';
	return leaveAlone();
}

async function told({ url, key, from }: SmsGateway, sms: OutgoingSms, longestMs: number): Promise<number> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
			body: JSON.stringify(from === null ? sms : { ...sms, from }),
			redirect: 'error',
			signal: AbortSignal.timeout(longestMs),
		});
		await response.body?.cancel();
		return response.status;
	} catch {
		return leaveAlone();
	}
}

/** A wrong key, a wrong address, too many and faults of its own are not about the one text: they pass, or are mended. */
const isForThisOne = (status: number): boolean => [400, 409, 410, 413, 422].includes(status);

/** Not longer than that when the clock is turned back. */
function isLeftAlone(): boolean {
	const left = awayUntil - instant();
	return left > 0 && left <= LEFT_ALONE_MS;
}

function leaveAlone(): never {
	awayUntil = instant() + LEFT_ALONE_MS;
	throw new SmsGatewayAway('the gateway did not take a text');
}
