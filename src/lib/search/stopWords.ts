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
		'this that there if get please'
	).split(' '),
);
