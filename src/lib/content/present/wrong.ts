import type { Run } from '../service.ts';

/** Words with which a sentence says itself when it holds. */
const CONDITION = /^(если|якщо|jos|mikäli|if|om)\s/iu;
const CHAT = /(?<!\p{L})(чат|chat)/iu;

/** What to do when a step fails mostly says itself when: "Not there? …", "If it does not open, …". */
export function saysWhen(runs: readonly Run[]): boolean {
	const text = said(runs);
	return CONDITION.test(text) || /^[^.!]*?\?/u.test(text);
}

/** It sends to the people behind the site. Somebody who is stuck and stands before their door need not be told to. */
export function sendsToChat(runs: readonly Run[]): boolean {
	return CHAT.test(said(runs));
}

function said(runs: readonly Run[]): string {
	return runs.map(({ text }) => text).join('');
}
