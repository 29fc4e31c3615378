import { house } from '../house.server.ts';

/** By what we can tell somebody of an answer: what is set up here. */
export function waysToTell(): ('email' | 'sms')[] {
	const { mail, sms } = house().settings;
	return [...(mail ? (['email'] as const) : []), ...(sms ? (['sms'] as const) : [])];
}
