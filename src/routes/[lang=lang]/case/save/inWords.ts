import type { HerCallback } from '#lib/cases/index.ts';
import { hiddenSaid } from '#lib/chat/ui/visitor/bubble.ts';
import { daySaid } from '#lib/design/when.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { dayOfMoment, untilSaid } from '../days.ts';
import { lookSaid } from '../looks.ts';
import type { HerAddress, ShownContact, ShownLook, ShownStep } from '../shown.server.ts';

/** Her case as it goes with her. */
export type Taken = {
	readonly madeAt: string;
	readonly expiresOn: string;
	readonly steps: readonly ShownStep[];
	/** The calls she asked for. */
	readonly callbacks: readonly Pick<HerCallback, 'state' | 'askedAt'>[];
	readonly addresses: readonly HerAddress[];
	readonly looks: readonly ShownLook[];
	/** Each of her conversations, in words. */
	readonly talks: readonly string[];
};

/** The case as a plain text that anybody can read for years. */
export function caseInWords(taken: Taken, say: Say): string {
	const { madeAt, expiresOn, steps, callbacks, addresses, looks, talks } = taken;
	const paragraphs = [
		say('case.title'),
		say('case.file.made', { date: dayOfMoment(say, madeAt) }),
		untilSaid(say, expiresOn),
		...steps.map((step) => (step.kind === 'contact' ? contactInWords(step, say) : entryInWords(step, say))),
		...callbacks.map(({ state, askedAt }) => `${dayOfMoment(say, askedAt)}: ${callSaid(say, state)}`),
		...talks,
		...titled(
			say('case.file.addresses'),
			addresses.map((one) => addressInWords(one, say)),
		),
		...titled(
			say('case.file.looks'),
			looks.map((look) => `${daySaid(say, look.day)}: ${lookSaid(say, look)}`),
		),
	];
	return `${paragraphs.map((paragraph) => paragraph.trim()).join('\n\n')}\n`;
}

const callSaid = (say: Say, state: HerCallback['state']): string =>
	say(`callback.hers.${state === 'taken' ? 'waiting' : state}.title`);

function contactInWords(contact: ShownContact, say: Say): string {
	const { day, channel, place, topic, service, outcome, referredTo, signed, organisation, minutes } = contact;
	const where = [say(`case.channel.${channel}`), place].filter((part) => part).join(', ');
	const about = [topic, service?.name].filter((part) => part).join(', ');
	return [
		`${daySaid(say, day)}: ${where}`,
		about && say('case.about', { about }),
		say(`case.outcome.${outcome}`),
		referredTo && say('case.referredTo', { where: say(`case.referral.${referredTo}`) }),
		say('case.helped', { name: signed, organisation, count: minutes }),
	]
		.filter((line) => line)
		.join('\n');
}

function entryInWords(entry: Exclude<ShownStep, ShownContact>, say: Say): string {
	const who = entry.hers ? say('chat.me') : (entry.signed ?? say('chat.helper'));
	const by = entry.channel && entry.channel !== 'site' ? `, ${say(`case.by.${entry.channel}`)}` : '';
	const lines = [`${who}${by}, ${daySaid(say, entry.day)}`, entry.text ?? say('chat.gone')];
	if (entry.hidden.length > 0) lines.push(hiddenSaid(say, entry.hidden));
	return lines.join('\n');
}

function addressInWords({ kind, address, wantsText }: HerAddress, say: Say): string {
	const wish = say(wantsText ? 'case.address.text' : 'case.address.word');
	return `${say(`case.address.${kind}`)}: ${address ?? say('chat.gone')}\n${wish}`;
}

const titled = (title: string, lines: readonly string[]): string[] =>
	lines.length > 0 ? [[title, ...lines].join('\n')] : [];
