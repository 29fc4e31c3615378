import type { AdviceLanguage } from '../advice.ts';
import { anyOf } from '../listed.ts';

const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}-])${anyOf(list)}(?![\\p{L}-])`, 'giu');

/** Numbers in letters, from two on: "one" is rarely a number. */
export const NUMBER_WORDS: Readonly<Record<AdviceLanguage, RegExp>> = {
	ru: words(`
		два две двух двум двумя три тр[её]х тр[её]м тремя четыре четыр[её]х четыр[её]м пят(?:ь|и|ью) шест(?:ь|и|ью) сем(?:ь|и)
		восемь восьми девят(?:ь|и|ью) десят(?:ь|и|ью) (?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат(?:ь|и|ью)
		(?:два|три)дцат(?:ь|и) сорок пятьдесят`),
	fi: words(`
		kaksi kahden kahta kahdessa kahdesta kahteen kahdella kolme kolmen kolmea kolmessa kolmesta kolmeen neljä neljän
		neljää neljässä neljästä neljään viisi viiden viittä viidessä viidestä viiteen kuuden kuutta kuudessa seitsemän
		seitsemää kahdeksan kahdeksaa yhdeksän yhdeksää kymmenen kymmentä kymmenessä kaksikymmentä kolmekymmentä`),
	en: words(`
		two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty`),
};
