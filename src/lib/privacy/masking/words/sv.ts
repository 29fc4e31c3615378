import type { Vocabulary } from '../language.ts';

export const sv: Vocabulary = {
	hetu: `person_?(bet|num|nr|kod|sign|tecken)* identitets(bet|num)* beteckning*`,
	card: ``,
	password: `*lösen(ord)?* passord*`,
	code: `*kod(en|er|erna|s)? *kod_?(tal|siffr|nyck|num)* nyckel_?(tal|kod|num|siffr)* engångs* pin_?(nummer|numret|et)
		kodnyck* bankdos*`,
	user: `användar(e|_?(namn|id|num|kod)*) bank_?id inloggning*`,
	label: `ring* telefonnum* postn* kundn* adress* faktur* order* referens* ärende* diarie* blankett* numret fel felet felkod*
		(qr|lands|streck|rabatt|post|kurs|spår*)_?kod* fo_num* hyra* konto* riktn* landsn*`,
	weak: `nr num nummer rad`,
	small: `är var det den här min mitt och från banken kom nytt jag fick som att`,
	is: `är var blev heter`,
	and: `och eller men`,
	lost: `(kommer?|fått|fick)_(inte|aldrig) glöm* vänta*`,
	typed: `skriver skrev knappade angav gav sade provade`,
	unit: `kr kronor tecken siffr* personer`,
	status: `är fel* rätt* glöm* inte måste ska har fung* vilket samma lås* bytt*`,
};
