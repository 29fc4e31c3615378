import { wordsOf } from '../plainWords.ts';
import { TRAPS, type TrapId } from './trap.ts';

/** What cannot wait, told from a text; comes from search, which the chat does not know. */
export type TellUrgent = (text: string) => 'danger' | 'suicide' | 'violence' | null;

/** What a visitor's words look like, in the order of the table; nothing here is decided by it, a helper is reminded. */
export function recognise(text: string, hasHidden: boolean, tellUrgent: TellUrgent): TrapId[] {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[\s,«»"()]+/gu, ' ');
	const found = new Set<TrapId>(
		(Object.keys(SIGNS) as TrapId[]).filter((id) => SIGNS[id]?.some((sign) => sign.test(plain))),
	);
	const need = tellUrgent(text);
	if (need) found.add(need === 'suicide' ? 'suicide' : 'emergency');
	if (hasHidden) found.add('secrets');
	return TRAPS.filter(({ id }) => found.has(id)).map(({ id }) => id);
}

/** Emergencies and secrets have rules of their own. */
const SIGNS: Partial<Record<TrapId, readonly RegExp[]>> = {
	'child-alone': [
		wordsOf(`мне ([5-9]|1[0-4]) лет | (мама|папа|бабушка|дедушка) … не (просыпается|дышит|отвечает) | я (один|одна) дома |
			(äiti|isä|mummo|ukki) … ei (herää|hengitä|vastaa) | olen ([5-9]|1[0-4]) vuotias | olen yksin kotona |
			(mom|mum|dad|mother|father) … (not wake|not waking|isn't waking|won't wake) | i am ([5-9]|1[0-4]) years old`),
	],
	'act-for-me': [
		wordsOf(`(зайди*|войди*|сделай*|заполни*|отправь*|подай*) … (за меня|вместо меня) | вот (мои|мой) (код*|парол*) |
			за меня … (зайди*|войди*|сделай*|заполни*) | (kirjaudu|tee|täytä|hoida|lähetä) … puolestani |
			tässä … (tunnukset|tunnukseni|salasanani) | (log|sign) in (for|as) me | (do|fill) … for me | here are my codes`),
	],
	entitlement: [
		wordsOf(`(дадут|одобрят|выплатят|заплатят|откажут) (ли|мне|нам) | мне (дадут|одобрят|откажут|положен*) |
			сколько … (заплатят|дадут|выплатят|получу) | (положен*|имею) ли … | имею … право на | какие … шансы |
			saanko … (*tukea|*tuen|kansalaisuu*|oleskelulu*|etuu*|myönteis*) | (hyväksytäänkö|myönnetäänkö) |
			(paljonko|kuinka paljon) … (saan|maksetaan) | olenko oikeutettu | will i (get|qualify) | do i qualify |
			am i (entitled|eligible) | how much … (will i get|will they pay)`),
	],
	tricks: [
		wordsOf(`(обман*|перехитр*|обойти) … (мигри|migri|кел*|kel*|закон*|полици*|налог*) | фиктивн* | чтобы … не узнал* |
			(huijata|huijaan|kiertää) … (migri*|kela*|lakia|vero*|poliisi*) | lumeavioliit* |
			(cheat|trick|fool) … (migri|kela|police|tax*) | fake marriage`),
	],
	'other-person': [
		wordsOf(`(посмотри*|узнай*|проверь*|узнать|посмотреть|найди*|найти) … (бывш*|мужа|жены|сосед*|чуж*|его|ее) |
			(katso|katsoa|tarkista|selvitä|selvittää) … (exän|eksän|ex miehen|entisen|miehen|miehensä|vaimon|naapurin) |
			(check|find out|look up) … (my ex|ex's|husband's|wife's|neighbour's)`),
	],
	link: [
		wordsOf(`это … (правда|настоящ*|мошенник*|обман) | (прислали|пришла|пришло|пришел) … ссылк* |
			(onko|onkohan) … (aito|huijaus|huijausviesti) | (viestissä|tekstarissa) … linkki | is (this|it) … (real|a scam|genuine)`),
		/\bhttps?:\/\/|\bwww\.|\bbit\.ly\b/u,
	],
	repair: [
		wordsOf(`(разбит*|разбил*|треснул*|сломал*|сломан*) … (экран*|телефон*|компьютер*|ноутбук*|планшет*) | вирус* |
			(экран*|телефон*|компьютер*|ноутбук*|планшет*) … (разбит*|разбил*|треснул*|сломал*|не включается) |
			(näyttö|puhelin|tietokone|tabletti) … (rikki|hajosi|hajonnut|ei käynnisty) | virus* |
			(broken|cracked) … (screen|phone|laptop) | (screen|phone|laptop) … (broken|cracked)`),
	],
	ukrainian: [/[іїєґ]/u],
};
