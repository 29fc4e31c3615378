import type { Vocabulary } from '../language.ts';

export const et: Vocabulary = {
	hetu: `isiku_?(kood|num|tunnu)*`,
	card: ``,
	password: `parool* salasõn*`,
	code: `ühekord* (kood|salakood|pin)_?(kaar|kaardi)* pin_?kood* salanumb* turvanumb* parooli_?kaar*`,
	user: `kasutaja_?(tunnus|nim|id|kood|num)* kasutaja`,
	label: `helista* sihtn* postiind* aadress* arve* tellimus* vorm* aasta* number(ile|ilt) viga vea* taotlus* viitenum* kliendi* üür* tänav*
		(riigi|suuna|riba|qr|posti|toote|soodus|kursuse|registri)_?kood*`,
	weak: `number nr`,
	small: `see ja minu mu on oli tuli pangast kaardi uus sain mis`,
	is: `on oli`,
	and: `ja või aga`,
	lost: `ei_(tule|tulnud)* unus* ootan`,
	typed: `sisestan sisestasin kirjutasin ütlesin andsin proovisin`,
	unit: `tähemär* märk* märki numbrit aasta* inimes* eurot`,
	status: `ei on vale* õige* unus* peab vaja* läks sama* liiga sobi* lukus*`,
};
