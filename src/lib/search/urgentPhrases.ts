/**
 * Phrases are words; a|b = either, * = any ending or beginning, ? = may be absent, … = up to three words between.
 * `certain` holds whatever else is said; `any` only after the harmless phrases are taken out.
 */
export type Phrases = { any: string[]; certain?: string[] };
export type Need = 'danger' | 'suicide' | 'violence';

const PERSON = 'он|муж|мужа|мужем|меня|мне|нас|отец|отчим|папа|сын|брат|парень|бывший|сожитель|жена|мать|ребенка|детей';
const BEATS = 'бьет|бьют|избил|избивает|ударил|ударила|душит|душил';
const NOW = 'сейчас|щас|срочно';
const SO = 'больше|так|дальше|уже|вообще|совсем|просто';

export const RUSSIAN: Record<Need, Phrases> = {
	suicide: {
		certain: ['не хоч*|хач* жить … мире|свете|болью', 'нехочу жить', 'хочу сдохнуть'],
		any: [
			`не|ни хоч*|хач* ${SO}? жить`,
			`жить ${SO}? не хоч*|хач*`,
			'нет|никакого смысла жить',
			'не вижу смысла жить|жизни',
			'жить незачем|больше? незачем',
			'незачем|надоело|устал|устала жить',
			'не хочу больше? просыпаться',
			'хоч* умереть',
			'лучше бы? … умереть|умер|умерла|сдохнуть',
			'покончить|покончу|покончил … собой|жизнью',
			'суицид*',
			'самоуби*',
			'наложить|наложу руки',
			'убить|убью|убила|убил себя',
			'повешусь|повеситься|повесился',
			'вскрыть|вскрою|порезать|режу вены',
			'свести счеты',
			'итсемурха'
		]
	},
	danger: {
		any: [
			`${PERSON} … ${BEATS} … ${NOW}`,
			`${BEATS} … ${PERSON} … ${NOW}`,
			`${NOW} … ${PERSON} … ${BEATS}`,
			'не дыш*',
			'не просыпается',
			'без сознания',
			'потерял|потеряла сознание',
			'истекает|истекаю|теряет|теряю кровью|кровь',
			'кровь … не останавливается',
			'вызовите|вызвать|нужна|нужно|надо скорую|скорая',
			'скорую срочно',
			`инфаркт|инсульт|приступ … ${NOW}`,
			`${NOW} … инфаркт|инсульт|приступ`,
			'пожар',
			'горит дом|квартира|кухня|подъезд',
			'дом|квартира|кухня|подъезд горит',
			'меня|нас убивают|убьют|убьет',
			'убьет меня|нас',
			'угрожа* … убить|ножом|пистолетом|оружием',
			'хочет убить|зарезать|застрелить',
			'него|нее нож|пистолет|ружье',
			'выпил*|съел*|проглотил* … уксус|яд|таблеток|батарейку',
			'тонет|задыхается|задыхаюсь',
			'хятякескус'
		]
	},
	violence: {
		any: [
			`${PERSON} … ${BEATS}`,
			`${BEATS} … ${PERSON}`,
			'избил*|избива*|избит*',
			'бил|била меня|мать|жену|детей|нас',
			'побои',
			'насили*',
			'изнасил*',
			'боюсь мужа|его|отца|сына|бывшего',
			'поднимает|поднял руку',
			'угрожает мне|нам',
			'вякивалта|лахисухдевякивалта'
		]
	}
};

export const RUSSIAN_HARMLESS = [
	'не хоч*|хач* жить в|во|на|с|со|у|рядом|вместе|там|здесь|тут|один|одна|под|около|возле',
	'устал|устала|надоело|незачем жить в|во|на|с|со|у|рядом|вместе|там|здесь|тут|один|одна',
	'не хоч* умереть|умирать',
	'хоч* умереть от|со смеха|смеху',
	'убить время|час|комара|таракана|муху',
	'не бьет|бил|избил|ударил',
	'бьет|било|ударило|ударил|бил током|ключом|дрожь|озноб|по рекорд*|тревогу|карману?',
	'насили* … игр*|кино|фильм*|сериал*|мультфильм*',
	'не? пожар прошлом|прошлого',
	'телефон|компьютер|ноутбук|планшет|экран … не просыпается',
	'не надо|нужна|нужно скорую|скорая',
	'не скорая|скорую'
];

export const LATIN: Record<Need, Phrases> = {
	suicide: {
		certain: ['en halua elää … maailmassa', 'dont|not|t want to live … world|pain|life'],
		any: [
			'itsemurha*',
			'itsetuho*',
			'en halua|jaksa enää? elää',
			'halua* kuolla',
			'tappaa|tapan itseni|itsensä',
			'hirttää|hirtän itseni|itsensä',
			'elämällä|elämässä ei … merkitystä|järkeä',
			'parempi … kuollut|kuolleena',
			'päättää päivä*',
			'suicid*',
			'kill|killing|hang|hurt myself|himself|herself',
			'want|wants|wish … die|dead',
			'end my|his|her life',
			'dont|not|t want to live',
			'no reason to live',
			'tired of living',
			'better off dead'
		]
	},
	danger: {
		any: [
			'lyö|hakkaa|kuristaa|pahoinpitelee … minua|mua|meitä … nyt|parhaillaan',
			'nyt … lyö|hakkaa|kuristaa|pahoinpitelee … minua|mua',
			'ei hengitä|herää',
			'tajuton|tajuttomana',
			'menetti tajuntansa',
			'vuotaa verta',
			'ambulanssi*',
			'hätäkeskus*',
			'tulipalo',
			'talo|asunto|keittiö palaa',
			'tappaa minut|mut|meidät',
			'uhkaa tappaa|puukolla|aseella',
			'hänellä|sillä on puukko|veitsi|ase',
			'sydänkohtaus|aivoinfarkti|sydäninfarkti … nyt',
			'not|isnt|t breathing|breathe',
			'unconscious',
			'wont|not wake|waking up',
			'call|need an? ambulance',
			'heart attack|stroke … now',
			'bleeding heavily|badly',
			'house|flat|apartment|kitchen … on fire',
			'kill me|us',
			'has a knife|gun',
			'beating|hitting|strangling me|us',
			'beats|hits me … now'
		]
	},
	violence: {
		any: [
			'väkivalta*|väkivallan|väkivaltaa|väkivaltainen|lähisuhdeväkival*|perheväkival*',
			'mies|aviomies|mieheni|poikaystävä|puoliso|puolisoni|isä|äiti|poika|hän|vaimo|ex … lyö|löi|hakkaa|hakkasi',
			'lyö|löi|hakkaa|hakkasi minua|mua|meitä|lasta|lapsia',
			'pahoinpide*|pahoinpitel*|pahoinpiteli',
			'raiska*',
			'pelkään miestäni|puolisoani|häntä|isää',
			'turvakoti*',
			'violence|violent',
			'beats|hits|beat|hit|abuses|abused me|us|her|my',
			'husband|boyfriend|father|partner|wife … beats|hits|abuses|abusive|violent',
			'raped|rape',
			'domestic abuse',
			'afraid of my husband|partner|father|ex'
		]
	}
};

export const LATIN_HARMLESS = [
	'en halua enää? elää *ssä|*llä|täällä|siellä|yksin|kanssa',
	'haluan kuolla nauruun',
	'tappaa aikaa|tunti|tunnin',
	'lyö|löi|lyödä vetoa|ennätyksen|kortti|kortin|tyhjää',
	'väkivaltai* peli*|elokuv*|video*|sarja*|ohjelma*',
	'väkivalta* … peleissä|elokuvissa|pelissä|televisiossa',
	'ei väkival*',
	'dont|not|t want to live in|with|at|near|here|there|on|alone|together',
	'dont|not|t want to? die',
	'violent|violence|suicide game*|film*|movie*|video*|squad',
	'violence in … games|films|movies',
	'hit me up|back',
	'no ambulance'
];
