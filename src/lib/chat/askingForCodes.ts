import { wordsOf } from './plainWords.ts';

/**
 * Does a helper's own text ask the visitor for a code, a password or a number of identity, card or account? Nobody may
 * (the promise on every page), so the sender is asked first. A false alarm costs one press, a missed one costs trust.
 */
export function asksForCodes(text: string): boolean {
	const plain = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(COURTESY, ' ');
	return plain.split(/[.!?;,:\n()—–]+|\s-\s/u).some(clauseAsks);
}

const COURTESY = /,?\s*(?:пожалуйста|будьте добры|please|ole hyvä|kiitos)\s*,?/gu;

function clauseAsks(clause: string): boolean {
	const secret = LANGUAGES.some(({ secrets }) => secrets.test(clause.replace(HARMLESS, ' ')));
	return secret && LANGUAGES.some(({ asks, refuses }) => asks.test(clause) && !refuses.test(clause));
}

/** Words that hold "code" and are no secret: what a screen says, a place, a picture, our own paper. */
const HARMLESS =
	/код\p{L}* (?:ошибк\p{L}*|возврата|из 20|страны|города)|(?:почтов|qr|штрих)\p{L}*[ -]?код\p{L}*|(?:virhe|palautus|posti|qr|viiva)-?koodi\p{L}*|(?:error|return|post|postal|zip|qr|country) code\p{L}*/gu;

type Patterns = { secrets: RegExp; asks: RegExp; refuses: RegExp };

const LANGUAGES: readonly Patterns[] = [
	{
		secrets:
			wordsOf(`код | кода | коды | кодов | кодом | кодами | пароль | пароля | пароли | паролем | пин | пинкод* | пин код* |
			pin | хету | hetu | хенкилотунн* | туннус* | пеккитунн* | cvv | cvc | номер карт* | номер счет* | логин* |
			персональн* номер* | личн* номер* | идентификационн* номер* | банковск* данн* | данные карт*`),
		asks: wordsOf(`пришлите | присылайте | прислать | вышлите | отправьте | отправить | напишите | пишите | написать | скажите |
			сказать | назовите | назвать | сообщите | сообщить | дайте | дать | продиктуйте | продиктовать | подскажите | укажите |
			указать | покажите | перешлите | скиньте | киньте | введите сюда | введите здесь | какой у вас | какие у вас |
			какой ваш | какой твой | нужен ваш | нужны ваши | мне нужен | мне нужны | ваш | напиши | пришли | скажи | дай`),
		refuses: wordsOf('не | никогда | никому | нельзя | незачем | сами | сам | сама | запишите | банк | по коду'),
	},
	{
		secrets:
			wordsOf(`henkilötunnu* | hetu* | pankkitunnu* | verkkopankkitunnu* | käyttäjätunnu* | tunnuslu* | tunnukse* |
			salasan* | pin | pin koodi* | koodi* | korttinumero* | kortin numero* | tilinumero* | avainlu* | cvv | cvc`),
		asks: wordsOf(`kirjoita | kirjoittakaa | kirjoittaa | kerro | kertokaa | kertoa | lähetä | lähettäkää | lähettää | anna |
			antakaa | antaa | sano | sanokaa | sanoa | laita | ilmoita | ilmoittakaa | näytä | mikä on | mitkä ovat | tarvitsen`),
		refuses: wordsOf('älä | älkää | ei | et | en | emme | koskaan | kenellekään | itse'),
	},
	{
		secrets: wordsOf(`code | codes | password* | pin | passcode* | identity number | personal number | card number |
			account number | iban | cvv | cvc | ssn | security number`),
		asks: wordsOf(`send | write | tell | give | share | show | paste | read out | type here | enter here | what is | what's |
			what are | what’s | i need | need your`),
		refuses: wordsOf(`not | never | don't | don’t | dont | nobody | no one | without | yourself | down | bank`),
	},
];
