import type { Say } from '#lib/platform/i18n/say.ts';
import type { Truth } from '../item/truth.ts';
import type { Step, Told } from '../present/told.ts';
import { daySaid } from '#lib/design/when.ts';

/** The truth line in words. `sign`: a tick when a person looked, a clock when nobody did, else a warning. */
export type TruthSaid = {
	readonly sign: 'tick' | 'clock' | 'warning';
	readonly check: string;
	/** What a reader must know before believing the text. */
	readonly doubts: readonly string[];
	/** That the translation says what the source says. */
	readonly matches?: string;
};
/** The names of blocks in the reader's language, by their id. */
export type Places = Readonly<Record<string, string>>;
type More = { readonly places?: Places; readonly isGuide?: boolean };

export function truthSaid(say: Say, truth: Truth, { places, isGuide = false }: More = {}): TruthSaid {
	const doubts = [...doubtsOfTranslation(say, truth, places), ...(truth.overdue ? [say('guide.truth.overdue')] : [])];
	const { state, since, source, check } = truth;
	const wasSeen = check !== undefined && check.how !== 'facts';
	const isDoubtful = doubts.length > 0 || truth.beingChecked.length > 0 || check?.works === false;
	return {
		sign: isDoubtful ? 'warning' : wasSeen ? 'tick' : 'clock',
		check: checkSaid(say, check, isGuide),
		doubts,
		...(state === 'matches' && since && { matches: matchesSaid(say, source, since) }),
	};
}

/** «шаг 4» for a step, else what the block is. */
export function placesSaid(say: Say, told: readonly (Told | Step)[]): Places {
	const saidOf = (one: Told | Step): string =>
		'number' in one ? say('guide.part.step', { number: one.number }) : say(`guide.part.${one.kind}`);
	return Object.fromEntries(told.map((one) => [one.id, saidOf(one)]));
}

function checkSaid(say: Say, check: Truth['check'], isGuide: boolean): string {
	if (!check) return say('guide.truth.never');
	const date = daySaid(say, check.on);
	if (!check.works) return say('guide.truth.differs', { date });
	if (check.how === 'facts' && isGuide) return say('guide.truth.steps', { date });
	const device = check.device ? ` ${say('guide.truth.device', { device: check.device })}` : '';
	return say(`guide.truth.${check.how}`, { date }) + device;
}

function doubtsOfTranslation(say: Say, { state, source, changed, lacking }: Truth, places: Places = {}): string[] {
	if (state === 'missing') return [say('guide.truth.missing')];
	const named = (id: string): string[] => (places[id] ? [places[id]] : []);
	const behind = changed.map(({ block, on }) => {
		const [place] = named(block);
		return place ? `${place} (${daySaid(say, on)})` : daySaid(say, on);
	});
	const missing = unique(lacking.flatMap(named));
	return [
		...(behind.length > 0
			? [say('guide.truth.behind', { source: say(`guide.source.${source}`), places: unique(behind).join(', ') })]
			: []),
		...(missing.length > 0 ? [say('guide.truth.lacking', { places: missing.join(', ') })] : []),
		...(state === 'partial' && missing.length === 0 ? [say('guide.truth.partial')] : []),
	];
}

function matchesSaid(say: Say, source: string, since: string): string {
	return say('guide.truth.matches', { source: say(`guide.source.${source}`), date: daySaid(say, since) });
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
