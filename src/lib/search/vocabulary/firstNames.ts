import { keyOf } from '../normalise.ts';

/** First names that are no everyday words as well; «Вера», «Надежда», «Любовь», Toivo and Lahja are left out. */
const RUSSIAN = `
	александр алексей анатолий андрей антон аркадий артем артур борис вадим валентин валерий василий виктор виталий
	владимир владислав всеволод вячеслав геннадий георгий герман глеб григорий даниил денис дмитрий евгений егор иван
	игорь илья кирилл константин леонид максим марат михаил николай никита олег павел петр роман руслан сергей станислав
	степан тимур федор эдуард юрий яков ярослав саша паша миша коля ваня дима сережа леша алеша петя вова володя юра костя
	александра алина алла анастасия анна антонина валентина валерия василиса вероника виктория галина дарья диана ева
	евгения екатерина елена елизавета жанна зинаида зоя инна ирина карина кира ксения лариса лидия любовью людмила
	маргарита марина мария милана надежде наталья нина оксана олеся ольга полина раиса римма светлана софья софия
	тамара татьяна ульяна эльвира юлия яна катя маша даша наташа таня оля лена света ира настя аня галя люда люба
`;
const FINNISH = `
	aleksi antti ari eero eino erkki esa hannu harri heikki henri ilkka jaakko jani jari jarmo joonas jorma jouni juha
	juhani jukka jussi kalevi kari kimmo lauri markku marko markus martti matti mika mikael mikko niko olli oskari pasi
	pekka pentti petri petteri raimo reijo risto sami samuli seppo tapani tapio teemu tero timo tomi tuomas veikko ville
	aino anja anna anne anneli annika eeva eija elina ella emilia emma erika eveliina hanna heidi helena helmi henna iida
	inkeri irja jaana johanna kaarina kaisa katja katri kirsi kristiina laura leena liisa maarit maija maria marja marjatta
	mari minna mirja nina noora outi paula piia pirjo pirkko päivi raija riikka riitta ritva saara sanna sari satu sinikka
	sirpa sofia susanna tarja teija tiina tuula ulla virpi
`;
const ENGLISH = `
	james john robert michael david william richard thomas charles daniel matthew anthony andrew joshua mohammed muhammad
	ahmed ali hassan omar mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
	fatima aisha olena oksana svitlana iryna natalia tatiana ekaterina elena olga
`;

/** As typed in lower case, also with the endings that Russian declension gives to names. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
	[...wordsOf(RUSSIAN).flatMap(declined), ...wordsOf(FINNISH), ...wordsOf(ENGLISH)].map(keyOf),
);

function wordsOf(list: string): string[] {
	return list.trim().split(/\s+/);
}

function declined(name: string): string[] {
	const stem = name.replace(/[аяйь]$/, '');
	const endings = /[ая]$/.test(name) ? 'а я ы и е у ю ой ей'.split(' ') : 'а я у ю ом ем е'.split(' ');
	return [name, ...endings.map((ending) => stem + ending)];
}
