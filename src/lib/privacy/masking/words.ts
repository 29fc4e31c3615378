import { foldWords } from './fold.ts';

/** What a word says about the number beside it; `label`: that the number is something else and harmless. */
export type WordKind = 'label' | 'hetu' | 'card' | 'password' | 'code' | 'user';
export type Word = { kind: WordKind; start: number; end: number };

// How to read: a blank parts the words; _ may be a blank, a dash or nothing; * is any letters; ~ an Arabic article.
// Languages in the order fi sv en ru uk et ar so; a word is not repeated for the next language. The page that warns
// before sending carries these lists too, so they stay short: what the score in bench/masking does not miss is not here.
const LABELS = `
	puh puhelinn* gsm soit* numero* nro viite* lasku* tilaus* osoite* lomake*
	asia(kas)?numero* diaari* dnro klo vuo(nna|si)
	y_tunnu* (qr|posti|maa|kunta|virhe|viiva|vea|riba|alennus|kampanja|lähde|väri|tuote|kurssi|ala)_kood*
	swift* bic*
	ring* postn* kundn* adress* faktur* order* referens* ärende* blankett* nummer*
	(qr|lands|fel|streck|rabatt|post)_kod*
	tel call* postal(_codes?)? postcode* zip(_codes?)? street* invoice* ref reference* case form year numbers? http
	(error|area|country|qr|bar|promo|discount|dress|source|sort|product|status)_codes? code_of*
	тел звон* позвон* номер* індекс* почтов*(_код*)? адрес* улиц* ул
	дом сум(м|а|и|у)* счет* заказ* дел(о|а|у) форм(а|ы|у|е)
	бланк* анкет* год* очеред* (qr|штрих|промо|swift)_код*
	код*_(ошибк|город|стран|регион|товар|услуг|скидк|муниципал|валют|подразделен|помилк|міст|країн|послуг)*
	дзвон* подзвон* поштов*(_код*)? рахун* замовл* справ* рік рок(у|ів)
	helista* sihtn* aadress* arve* tellimus* numb* vorm* aasta*
	هاتف اتصل* ~عنوان* ~فاتورة ~طلب سنة عام ~استمارة ~نموذج ~رمز_~(بريدي|دولة)
	telefoon* wac boosta* cinwaan* foom* qaansheeg* lacag*`;

const HETU = `
	hetu* henkilö_?(tunnu|kood)* sosiaaliturvat* sotu* personbet* personnum* identitetsbet*
	personal_(identity_|id_)?(code|number|id)s? identity_(code|number)s? social_security* ssn
	хет(у|а) хенкил* инн іпн
	(личн|персональн|идентификационн|социальн|особист|ідентифікаційн)*_(идентификационн*_)?(код|номер)* isiku(kood|num|tunnu)*
	~(رقمي?|رمز)_~(هوية|شخصي|ضمان|وطني|تعريف)* (lambar|nambar)*_(aqoonsi|shakhsi|bulsh)*`;

const CARD = 'cv[vc]2?_(код*|kood*|codes?)? csc turvaluku* tarkistenum* код*_безопасности_карт*';

const PASSWORDS = `
	salasan* *lösen(ord)?* password* pass_?(words?|code) pwd passphrase парол* пасворд* salasõna* parool*
	~كلم(ة|ه|ات|تي)_~(سر|مرور)* ~باسو?ورد* furaha* (erey|eray)*_(sir|fura)* sirta*`;

const CODES = `
	(tunnus|avain|suoja)lu[kv]* *kood* pin[12]?_(ini?|iin|ni|numero*|luku*|numbers?|kayga|ka)? pu[kc][12]? *kod(en|er|erna)?
	*codes? otp tans? one_time* смс* sms
	(код|пин|пін)(а|у|ом|е|ы|ов|ам|ами|ах|и|ів|ові)? (пин|пук|смс|sms|pin|пін)_код*
	(секретн|одноразов)*_(числ|цифр|номер)* кодов* пук ühekord* ~رمز* رموز ~كود* اكواد ~(رقمي?|ارقام)_~سري*
	رقم_~(تحقق|تاكيد) (lambar|nambar)*_(sir|xaqiiji)* code_?ka*`;

const USERS = `
	käyttäjä_?(tunnu|nimi|nime|id)* (verkko)?pankki_?tunnu(s|ks*) tunnus tunnuks* (kirjautumis|asiointi)tunnu*
	användar_?(namn|id|num)* bank_?(id|credentials|user)s? inloggnings_?(id|namn)
	user_?(id|name|number)s? login* логин*
	(идентификатор|(id|ид|имя|номер)_пользовател|пользовател)* логін* (ідентифікатор|користувач)* kasutaja_?(tunnus|nim|id)*
	~(اسم|رقم|معرف)_~(مستخدم|بنك)* (magac|lambar|nambar|aqoonsi)*_(isticmaal|adeegsad|user)*`;

// Near enough to \p{L} for these languages, and three times as fast.
export const LETTERS = 'a-z\u00df-\u02af\u0370-\u05ff\u0620-\u1fff\u2c00-\u2dff\u3040-\ud7ff';

const KINDS: readonly (readonly [WordKind, string])[] = [
	['hetu', HETU],
	['card', CARD],
	['password', PASSWORDS],
	['user', USERS],
	['label', LABELS],
	['code', CODES],
];

const CHOICES = KINDS.map(([, list]) => `(${alternatives(list)})`).join('|');
const WORD = new RegExp(`(?:^|[^${LETTERS}])(?:${CHOICES})(?![${LETTERS}])`, 'g');

export function findWords(text: string): Word[] {
	return Array.from(text.matchAll(WORD), toWord);
}

function toWord(match: RegExpMatchArray): Word {
	const group = match.findIndex((part, index) => index > 0 && part !== undefined);
	const end = (match.index ?? 0) + match[0].length;
	return { kind: KINDS[group - 1]?.[0] ?? 'label', start: end - (match[group]?.length ?? 0), end };
}

function alternatives(list: string): string {
	return foldWords(list)
		.trim()
		.split(/\s+/)
		.sort((a, b) => b.length - a.length)
		.map(toPattern)
		.join('|');
}

function toPattern(word: string): string {
	const blanks = word.replace(/\(/g, '(?:').replace(/_\??/g, '[\\s-]{0,2}');
	return blanks.replace(/\*/g, `[${LETTERS}]*`).replace(/~/g, '[وبلكف]?(?:ال)?');
}
