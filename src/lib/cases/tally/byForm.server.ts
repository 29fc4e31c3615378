import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal, malformed, refused, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { countsSchema } from './schema.ts';
import { tallyFor } from './tallies.server.ts';
import { MOST_TAPS, type Taken } from './tally.ts';
import { takeTaps } from './taps.server.ts';

type Sent = Readonly<Record<string, unknown>>;
type For = { readonly tallyId: string; readonly topics: readonly string[] };

/** One tap by a plain form; `isUndone` takes it back. The key of the form makes it once. */
export async function tapWithoutScript(of: For, tap: Sent, actor: StaffActor): Promise<{ id: string } | Refusal> {
	const hand = await handOf(of, actor);
	return hand === null ? refused('missing') : sendAll(of, [{ ...tap, hand }], actor);
}

/** What was ticked on paper: so many people of each topic, typed in at once. The key of the form makes each once. */
export async function countFromPaper(of: For, raw: Sent, actor: StaffActor): Promise<{ id: string } | Refusal> {
	const parsed = v.safeParse(countsSchema, { ...raw, tallyId: of.tallyId });
	if (!parsed.success) return malformed(parsed.issues);
	const hand = await handOf(of, actor);
	if (hand === null) return refused('missing');
	const { counts, key, outcome, minutes, language, ageBand } = parsed.output;
	const alike = { hand, outcome, minutes, language, ageBand, isUndone: false };
	const sent = Object.entries(counts).flatMap(([topic, people]) => {
		const id = `${key}-${of.topics.indexOf(topic)}`;
		return Array.from({ length: people }, (_, number) => ({ ...alike, topic, id: `${id}-${number}` }));
	});
	return sendAll(of, sent, actor);
}

async function handOf({ tallyId }: For, actor: StaffActor): Promise<string | null> {
	return (await tallyFor(ground().db, actor, tallyId))?.hand ?? null;
}

/** Stops at the first that is refused; those before it stand, and the same form sent again does not count them twice. */
async function sendAll(of: For, sent: readonly unknown[], actor: StaffActor): Promise<{ id: string } | Refusal> {
	for (let at = 0; at < sent.length; at += MOST_TAPS) {
		const taps = sent.slice(at, at + MOST_TAPS);
		const answer = await takeTaps({ tallyId: of.tallyId, topics: of.topics, taps }, actor);
		if (isRefusal(answer)) return answer;
		const wrong = answer.taken.find(isRefused);
		if (wrong) return refused(wrong.reason);
	}
	return { id: of.tallyId };
}

const isRefused = (one: Taken): one is Extract<Taken, { state: 'refused' }> => one.state === 'refused';
