import { wordsOf } from './plainWords.ts';

/**
 * Does a helper's own text say how an authority will decide, or what somebody is entitled to? Only the authority knows,
 * and a wrong promise costs the visitor money or a permit; so the sender is asked first. Saying who decides, asking
 * whether, and "maybe" are no promise.
 */
export function judgesEntitlement(text: string): boolean {
	const plain = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
	return plain.split(/[.!;:\n()—–]+|\s-\s/u).some((clause) => LANGUAGES.some((rules) => promises(clause, rules)));
}

type Rules = { promise: RegExp; gets: RegExp; what: RegExp; open: RegExp };

function promises(clause: string, { promise, gets, what, open }: Rules): boolean {
	if (open.test(clause) || clause.includes('?')) return false;
	return promise.test(clause) || (gets.test(clause) && what.test(clause));
}

const LANGUAGES: readonly Rules[] = [
	{
		promise: wordsOf(`(вам|тебе) … (положен*|причитается|одобрят|откажут) |
			(вы|ты) … (имеете|имеешь) право | (вы|ты) … не (имеете|имеешь) права | (вам|тебе) (точно|обязательно|наверняка) … дадут |
			(вы|ты) … (пройдете|подходите|подходишь) по (условиям|доходу) | решение будет (положительн*|отрицательн*)`),
		gets: wordsOf(
			`(вы|ты) … (получите|получишь) | (вам|тебе) … (дадут|выплатят|заплатят|начислят) | (дадут|выплатят|заплатят) … (вам|тебе)`,
		),
		what: wordsOf(`пособи* | деньги | денег | выплат* | пенси* | субсиди* | компенсаци* | гражданств* | внж | вид* на жительство |
			разрешени* | визу | квартиру | статус | евро | отказ | toimeentulotu* | asumistu* | yleistu*`),
		open: wordsOf(`ли | если | решает | решат | решит | решают | спросите | спроси | узнайте | узнай | проверьте | может быть |
			возможно | можете | можно | не знаю | не знаем | не могу | не можем | предсказать | калькулятор* | чтобы`),
	},
	{
		promise: wordsOf(`(sinulle|teille) … kuuluu | (olet|olette) … oikeutettu | (olet|olette) … oikeutettuja |
			(sinulla|teillä) on oikeus … (tuk*|tue*|etuu*|eläk*|rah*) | (sinulle|teille) … (myönnetään|maksetaan) |
			(hakemus|hakemuksesi|hakemuksenne) … (hyväksytään|hylätään) | (saat|saatte) (varmasti|ihan varmasti)`),
		gets: wordsOf('saat | saatte | et saa | ette saa | tulet saamaan'),
		what: wordsOf(`tukea | tuen | asumistuk* | asumistue* | toimeentulotuk* | toimeentulotue* | yleistuk* | yleistue* | etuuden |
			eläkkeen | eläkettä | korvauksen | korvausta | oleskeluluvan | oleskelulupaa | kansalaisuuden | kansalaisuutta | rahaa |
			rahat | euroa | myönteisen päätöksen | kielteisen päätöksen`),
		open: wordsOf(`jos | voit | voi | voitte | ehkä | mahdollisesti | päättää | ratkaisee | ratkaistaan | kysy | kysykää | tarkista |
			selvitä | laskuri* | en tiedä | emme tiedä | en voi | emme voi | ennustaa | saatko | onko | oletko`),
	},
	{
		promise:
			wordsOf(`you are … entitled to | you're … entitled to | you (qualify|don't qualify) for | you are (eligible|not eligible) for |
			you have a right to … (benefit*|allowance|pension|money) | (it|your application) will be (approved|rejected|granted|refused) |
			you will definitely get`),
		gets: wordsOf(
			`you will … (get|receive) | you'll … (get|receive) | you won't (get|receive) | they will (pay|give) you`,
		),
		what: wordsOf(`benefit* | allowance | money | pension | citizenship | permit | residence permit | visa | compensation | euros | euro |
			support | refund`),
		open: wordsOf(`if | may | might | maybe | perhaps | whether | decides | decide | ask | check | calculator | cannot say | can't say |
			don't know | do not know`),
	},
];
