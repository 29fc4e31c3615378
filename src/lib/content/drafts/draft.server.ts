import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { instant } from '#lib/platform/clock.ts';
import { command, isRefusal, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { type Translator, translateBy } from '#lib/platform/translation/libreTranslate.server.ts';
import { texts } from '../editing/store.server.ts';
import type { Block } from '../item/item.ts';
import { isSource } from '../item/join.ts';
import { itemKey } from '../item/schema.ts';
import { type Draft, draftOfBlocks } from './translate.ts';

/** All of a request; what was not reached is named, and the editor asks again. */
const LONGEST_MS = 25_000;
let translator: Translator | null = null;

/** Says which service makes drafts; null, as it is from the beginning, means none, and nothing is sent anywhere. */
export function prepareDrafts(chosen: Translator | null): void {
	translator = chosen;
}

/** Whether the console offers drafts at all. */
export function translatorIsOn(): boolean {
	return translator !== null;
}

/**
 * Drafts, by the machine, of what is public of `{ item, lang }`; with `blocks` (ids) of those only. Nothing is saved: an
 * editor puts it into the text and makes it her own. Refused: `translator-off`, `source-first` (only public texts leave
 * the site), `missing`, `forbidden`, and those of `translateBy`.
 */
export async function draftOf(raw: unknown, actor: StaffActor): Promise<Draft | Refusal> {
	if (!translator) return refused('translator-off');
	const asked = await askForDraft(raw, actor);
	if (isRefusal(asked)) return asked;
	return draftTranslation(asked.blocks, asked.from, asked.to, translator);
}

const askForDraft = command({
	input: v.object({
		item: itemKey,
		lang: v.pipe(v.string('lang'), v.regex(/^[a-z]{2,3}$/, 'lang')),
		blocks: v.optional(v.pipe(v.array(v.string('missing')), v.maxLength(200, 'many'))),
	}),
	load: ({ item }, { tx }: Within<StaffActor>) => texts(tx).source(item),
	allow: (_, { actor }) => may(actor).writeContent(),
	async run(from, { tx, audit }, { item, lang, blocks }) {
		const source = await texts(tx).public(item, from);
		if (!source || !isSource(source.content)) return refused('source-first');
		if (lang === from) return refused('malformed', { lang: 'lang' });
		await audit({ action: 'draft', subject: 'item', subjectId: `${item}:${lang}` });
		const wanted = source.content.blocks.filter(({ id }) => !blocks || blocks.includes(id));
		return { blocks: wanted, from, to: lang };
	},
	present: (asked) => asked,
});

/** Blocks by way of a service. What the service does not do at all is a refusal, what it spoils is left out. */
export async function draftTranslation(
	blocks: readonly Block[],
	from: string,
	to: string,
	by: Translator,
): Promise<Draft | Refusal> {
	let until = instant() + LONGEST_MS;
	let isReached = false;
	const translate = async (text: string): Promise<string | null> => {
		if (instant() >= until) return null;
		const answer = await translateBy(by, { text, from, to });
		if (isRefusal(answer) && !isReached) throw new GivenUp(answer);
		isReached = true;
		if (!isRefusal(answer)) return answer;
		// A service that falls silent midway has still done the first half.
		until = 0;
		return null;
	};
	try {
		return await draftOfBlocks(blocks, to, translate);
	} catch (error) {
		if (error instanceof GivenUp) return error.refusal;
		throw error;
	}
}

class GivenUp extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}
