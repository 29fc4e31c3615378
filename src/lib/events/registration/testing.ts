import { isRefusal, type Refusal } from '#lib/platform/command.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import type { Occurrence } from '../event.ts';
import { askForSeats } from './ask.server.ts';
import { byToken, confirmRegistration } from './confirm.server.ts';
import type { Registration } from './registration.ts';

type Fields = Readonly<Record<string, string>>;

/** What the form of a date sends. */
export const asking = ({ seriesId, originalDay }: Occurrence, more: Fields = {}) => ({
	...{ clientId: randomToken(), series: seriesId, day: originalDay, language: 'ru' },
	...more,
});

/** The token of somebody who has asked; fails where she was refused. */
export async function asked(of: Occurrence, more: Fields = {}): Promise<string> {
	return granted(await askForSeats(asking(of, more))).token;
}

/** The same with the form sent. */
export async function registered(of: Occurrence, given: Fields = {}, wanted: Fields = {}): Promise<string> {
	const token = await asked(of, wanted);
	granted<Registration>(await confirmRegistration({ token, ...given }));
	return token;
}

export const stateOf = async (token: string): Promise<string | undefined> => (await byToken(token))?.state;

export function granted<Done extends object>(outcome: Done | Refusal): Done {
	if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused} ${JSON.stringify(outcome.fields)}`);
	return outcome;
}
