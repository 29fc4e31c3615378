import type { Vocabulary } from '../language.ts';

export const fi: Vocabulary = {
	hetu: `hetu* henkilö_?(tunnu|kood|numero)* henkkari* sosiaaliturva* sotu* hlö_?tunnu* hlotunnu* `,
	card: `cv[vc]2? csc turva_?lu[kv]* tarkistus?_?(num|lu[kv])*
		taka(na|puolen|puolella)_(oleva_)?(lu[kv]|numero)*`,
	password: `salasan* salis* salakood* passu passun salasn* tunnussana*`,
	code: `(tunnus|avain|suoja)_?(lu[kv]|numero)* *kood* pin[12]? pin[12]?_(ini?|iin|ni|numero*|luku*|tunnu*) pu[kc][12]?
		vahvistus kertakäyttö* kertatunnu* pintunnu*`,
	user: `käyttäjä_?(tunnu|ni|id)* *pankki_?tunnu* tunnus tunnuks* tunnari* (kirjautumis|asiointi)tunnu*`,
	label: `puh puhelinnum* soit* numero(on|sta|lta) viite* lasku* tilaus* osoit* lomake* asia(kas)?_?numero* diaari* klo vuo(nna|si)
		y_tunnu* swift* bic* virhe* hakemus* päätö* mittari*
		(qr|posti|maan?|viiva|alennu(s|ksen)|tuot(e|teen)|kurssin?|seuranta|lahja|nouto|paketin|lähetyksen)_?kood*
		seuranta* versio* vuokra* palkka*`,
	weak: `numero nro nr kohta rivi`,
	small: `on oli ovat se tämä tässä minun mun mulla tuli sain ja pankin kortin nyt uusi vanha eli niin siis joka`,
	is: `on oli eli`,
	and: `ja tai mutta eikä kun`,
	lost: `ei_(tule|tullu|saapu)* unoh* odot*`,
	typed: `laitoin syötin syötän kirjoitin annoin sanoin kokeilin`,
	unit: `e eur euro* kpl merkki* numeroa vuot* vuoden henk* km kwh`,
	status: `ei on oli unoh* väär* oike* vanh* pitä* vaih* luk* mi* mutta kel* sama* liian*`,
};
