import { readSms } from '#lib/cases/index.server.ts';
import { readRegistrationSms } from '#lib/events/index.server.ts';
import { isRefusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { answerJson, readJson } from '#lib/platform/http/body.server.ts';
import { isBearer } from '#lib/platform/keystore/order.server.ts';
import { receiveSms } from '#lib/platform/sms/receive.server.ts';
import type { Call } from './call.ts';

/** Whoever is in front is asked first what a text message means; a question to the desk is what nobody else takes. */
const READERS = [readRegistrationSms, readSms];

/** What the gateway brings (docs/runbooks/sms.md). 200: it is stored, now or before; anything else: bring it again. */
export async function takeSms(call: Call): Promise<void> {
	const { request, response, secure, house } = call;
	const { smsInSecret } = house.settings;
	if (smsInSecret === null || !isBearer(request.headers.authorization, smsInSecret)) {
		request.resume();
		return answerJson(response, smsInSecret === null ? 404 : 401, refused('missing'), secure);
	}
	const body = await readJson(request);
	const taken = body ? await receiveSms(body, READERS) : refused('malformed');
	answerJson(response, isRefusal(taken) ? statusOf(taken) : 200, taken, secure);
}
