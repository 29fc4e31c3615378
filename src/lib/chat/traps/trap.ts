import type { CardRef } from '../cards/card.ts';

/**
 * What people bring to the desk that is dangerous or not ours: which answer waits at hand, and what on the way stops it.
 * A new one is a row here, a sentence `desk.trap.…`, and the phrases it names.
 */
export type Trap = {
	readonly id: string;
	/** Ready phrases (starter/phrases.json), the one to begin with first. */
	readonly phrases: readonly string[];
	readonly cards: readonly CardRef[];
	/** Cards beside which the answer stands, whatever was written. */
	readonly besideServices: readonly string[];
	/** What stops it by itself: before the visitor sends, before it is stored, or before the helper sends. */
	readonly stops: readonly Stop[];
};

export type Stop = 'urgent' | 'masked' | 'codes' | 'judging' | 'block';

const service = (id: string): CardRef => ({ kind: 'service', id });
const guide = (id: string): CardRef => ({ kind: 'guide', id });

export const TRAPS = [
	{
		id: 'emergency',
		phrases: ['emergency'],
		cards: [service('sovellus-112'), service('rikosuhripaivystys')],
		besideServices: ['sovellus-112', 'rikosuhripaivystys'],
		stops: ['urgent'],
	},
	{
		id: 'suicide',
		phrases: ['despair'],
		cards: [service('mielenterveystalo'), service('sovellus-112')],
		besideServices: ['mielenterveystalo'],
		stops: ['urgent'],
	},
	{
		id: 'child-alone',
		phrases: ['child-alone'],
		cards: [service('sovellus-112')],
		besideServices: [],
		stops: ['urgent'],
	},
	{
		id: 'secrets',
		phrases: ['no-codes', 'codes-given-away'],
		cards: [service('pankkitunnukset')],
		besideServices: ['pankkitunnukset', 'mobiilivarmenne'],
		stops: ['masked', 'codes'],
	},
	{
		id: 'act-for-me',
		phrases: ['act-for-me'],
		cards: [service('suomifi-valtuudet'), guide('suomifi-mandates')],
		besideServices: ['suomifi-tunnistus', 'suomifi-valtuudet', 'edunvalvonta'],
		stops: ['masked', 'codes'],
	},
	{
		id: 'entitlement',
		phrases: ['authority'],
		cards: [service('oikeusapu')],
		besideServices: [
			...['migri-kansalaisuus', 'migri-enterfinland', 'kela-yleistuki', 'kela-asumistuki', 'kela-toimeentulotuki'],
			...['kela-lapsiperheet', 'kela-elake', 'kela-opintotuki', 'kela-sairastaminen', 'oikeusapu'],
		],
		stops: ['judging'],
	},
	{
		id: 'tricks',
		phrases: ['no-tricks'],
		cards: [service('oikeusapu')],
		besideServices: [],
		stops: [],
	},
	{
		id: 'other-person',
		phrases: ['other-person'],
		cards: [service('suomifi-valtuudet')],
		besideServices: ['ulosotto'],
		stops: [],
	},
	{
		id: 'link',
		phrases: ['do-not-open'],
		cards: [guide('is-this-message-safe'), service('kyberturvallisuuskeskus')],
		besideServices: ['kyberturvallisuuskeskus', 'suomifi-viestit', 'omaposti'],
		stops: [],
	},
	{ id: 'repair', phrases: ['no-repair'], cards: [], besideServices: [], stops: [] },
	{ id: 'provocation', phrases: ['only-services'], cards: [], besideServices: [], stops: ['block'] },
	{
		id: 'ukrainian',
		phrases: ['ukrainian'],
		cards: [service('infofinland')],
		besideServices: [],
		stops: [],
	},
] as const satisfies readonly Trap[];

export type TrapId = (typeof TRAPS)[number]['id'];
