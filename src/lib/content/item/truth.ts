import { addDays } from '#lib/platform/clock.ts';
import { affectedBy } from './about.ts';
import { CHECKED_EVERY_DAYS, type ItemKey } from './item.ts';
import { type Check, type PublicItem, titleOf } from './public.ts';

/** What a reader may know of how true a text is. Computed at every showing, never stored. Days are `YYYY-MM-DD`. */
export type Truth = {
	/** source: the text itself; matches: a translation of what the source says now; behind: of what it said before. */
	readonly state: 'source' | 'matches' | 'behind' | 'partial' | 'missing';
	/** The language it was written in first. */
	readonly source: string;
	/** Since when this text is public; absent when it is missing. */
	readonly since?: string;
	readonly check?: Check;
	/** Somebody walked or read it, but too long ago. */
	readonly overdue: boolean;
	/** More than twice too long ago, where a mistake costs money or a permit: the page sends to a person first. */
	readonly stale: boolean;
	/** Blocks whose source changed since, with the day. */
	readonly changed: readonly { readonly block: string; readonly on: string }[];
	/** Blocks there are no words for in this language. */
	readonly lacking: readonly string[];
	/** Changes made known after the newest check, which may make the text wrong. */
	readonly beingChecked: readonly Named[];
};
export type Named = { readonly key: ItemKey; readonly titles: Readonly<Record<string, string>> };

/** `changes`: every public item of the kind change. */
export function truthOf(item: PublicItem, lang: string, day: string, changes: readonly PublicItem[]): Truth {
	const check = newestFor(item, lang);
	const every = CHECKED_EVERY_DAYS[item.risk];
	const seen = check !== undefined && check.how !== 'facts';
	const isDangerous = item.risk === 'money' || item.risk === 'permit';
	const changed = item.blocks.flatMap(({ id, behind }) => (behind[lang] ? [{ block: id, on: behind[lang] }] : []));
	const lacking = item.blocks.filter(({ words }) => !words[lang]).map(({ id }) => id);
	return {
		state: stateOf(item, lang, changed.length > 0, lacking.length > 0),
		source: item.source,
		since: item.editions[lang]?.on,
		check,
		overdue: seen && addDays(check.on, every) < day,
		stale: seen && isDangerous && addDays(check.on, 2 * every) < day,
		changed,
		lacking,
		beingChecked: beingChecked(item, day, changes),
	};
}

function stateOf(item: PublicItem, lang: string, isBehind: boolean, isLacking: boolean): Truth['state'] {
	if (!item.editions[lang]) return 'missing';
	if (lang === item.source) return 'source';
	if (isLacking) return 'partial';
	return isBehind ? 'behind' : 'matches';
}

/** A check of the source says as much about its translation; the newer one counts. */
function newestFor({ checks, source }: PublicItem, lang: string): Check | undefined {
	const [own, original] = [checks[lang], checks[source]];
	return (own?.on ?? '') >= (original?.on ?? '') ? (own ?? original) : original;
}

/**
 * A change that is known, and that nobody has held the text against yet. What was collected for the release took the
 * settled changes into account; where the sources contradict each other (`unsettled`) only a person's check will do.
 */
function beingChecked(item: PublicItem, day: string, changes: readonly PublicItem[]): Named[] {
	const isOpen = ({ about }: PublicItem): boolean => {
		const announced = String(about.announced ?? '');
		return announced <= day && announced > newestOf(item, about.unsettled === true);
	};
	return changesOf(item.key, changes)
		.filter(isOpen)
		.map((change) => ({ key: change.key, titles: titleOf(change) }));
}

function newestOf({ checks }: PublicItem, byPerson: boolean): string {
	const counted = Object.values(checks).filter(({ how }) => !byPerson || how !== 'facts');
	return counted.reduce((last, { on }) => (on > last ? on : last), '');
}

/** The changes that name this item, newest first. */
export function changesOf(key: ItemKey, changes: readonly PublicItem[]): PublicItem[] {
	return changes
		.filter(({ about }) => affectedBy(about).includes(key))
		.sort((a, b) => String(b.about.effective ?? '').localeCompare(String(a.about.effective ?? '')));
}
