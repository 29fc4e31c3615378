import { keyOf } from './normalise.ts';

/** Words that say nothing about what is asked for. */
export function isStopWord(word: string): boolean {
	return STOP_WORDS.has(keyOf(word));
}

const STOP_WORDS = new Set(
	(
		'я мы ты вы он она оно они мне меня мной мой моя мое мои моего моей мою моим нам нас наш вам вас ваш его ее их ' +
		'ему ей им это этот эта эти того том что чтобы чего чем чему как какой какая какие какую какое где куда откуда ' +
		'когда кто кому кого ли бы же не ни но и а или да нет в во на по под из от до за с со у к ко о об обо про при ' +
		'для без над через если то так там тут здесь тоже уже еще ещё очень можно нужно нужен нужна надо нельзя могу ' +
		'может можете хочу хочет хотел есть быть был была было были буду будет делать сделать свой свою свои своего ' +
		'пожалуйста подскажите скажите помогите здравствуйте который которая которые все всё вот только чем ' +
		'minä mä mun minun mulla minulla minulle mulle on ei ole en et olen ovat oli olla voi voin voiko voinko saan ' +
		'saa saako miten miksi missä mistä mihin mikä mitä mitkä milloin kuka kuinka kun jos että ja tai sekä vai ' +
		'mutta niin se sen sitä ne tämä haluan pitää pitäisi täytyy tarvitsen vielä kanssa varten ' +
		'i me my we our you your he she it is are am was be been do does did have has had can could may will would ' +
		'should want need to of for in on at by with from and or not no the a an how what where when who which why ' +
		'this that there if get please ' +
		'что-то чтото кто-то теперь сейчас пока потом опять снова еле надо-то никак нигде никуда почему зачем сам сама сами ' +
		'сказал сказала сказали говорит говорят говорю просит просят просили требует требуют дали дал взять брать дай ' +
		'куда-то вдруг ведь вообще совсем просто именно лишь хоть даже после перед между около каждый каждая каждую ' +
		'другой другая другое другую самый такой такая такие такое один-то два две три четыре пять раз много мало чуть ' +
		'ничего никто никому всегда часто давно уж мол типа короче блин господи боже люди добрые кажется наверно может-быть ' +
		'дайте хотим хотят хотела хотелось стало стал стала бывает делаю делает сделал сделала происходит случилось ' +
		'этого этому этой этим них ним ней нему него нее себя себе собой' +
		' mitähän mikähän pitäis pitääkö pitäiskö täytyykö tarvii tarvis haluisin haluaisin haluan haluun oon oo oot ois olis ' +
		'emme ette eivät eikö onko onks saaks voiks voisko voiko nyt sitten vaan vain enää aina ihan niinku niin kuin tänne ' +
		'sinne tuonne täällä siellä joku jonkun jotain jotenkin joka jota josta jos vaikka koska siitä siihen tästä tuo ' +
		'mennä menee menen sanoi sanovat sanottiin pyytää pyytävät vaatii tuli tulee tulin sain saanut kaikki kaikkea mua ' +
		'minua minusta minut sun sinun hänen hän he heidän meidän meillä meille teidän jo ennen jälkeen mukaan takia ' +
		'they them their him her his its us my mine im ive id dont doesnt didnt cant wont isnt arent s t m re ve but as so ' +
		'up out off about into over after before because too very just now still again also only any some someone something ' +
		'anyone everything every other another got getting gets go going make made says say said tell told asks ask need ' +
		'needs wants must let us one two three way thing things really pls help'
	).split(' '),
);
