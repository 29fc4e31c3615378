import type { Vocabulary } from '../language.ts';

export const so: Vocabulary = {
	hetu: `(lambar|nambar|tiro|tirsi)*_(aqoonsi|shakhsi|bulsh|gaar)* aqoonsi aqoonsi(gayga|gaygu|geyga)`,
	card: ``,
	password: `furaha* (erey|eray)*_(sir|fura)* sirta* baas?sw* password_?k*`,
	code: `koodh?_?(ka|kan|kii|kaas|kayga|kaygu|keyga|kiisa)* code_?k(a|ii|an|ayga|eyga)* (lambar|nambar|tiro)*_(sir|xaqiiji|pin|galitaan)*
		pin_?k(a|ayga|eyga|eyga|aygu|ii)* otp_?ga`,
	user: `(magac|lambar|nambar|aqoonsi)*_(isticmaal|user)* isticmaale*`,
	label: `wac boosta* cinwaan* foom* qaansheeg* lacag* khaladka kiis(ka)? codsi* macmiil* mitir* kirada
		(code|koodh?)*_(khalad|wadan|dalk|boost|magaal)*`,
	weak: `lambar lambarka nambar nambarka`,
	small: `waa ka ah kaygu kayga iyo waxaa bangiga ayaa baa`,
	is: `waa ahaa`,
	and: `iyo ama`,
	lost: `ma_(imaan|iman|soo|helin)* ilaaw* sugay*`,
	typed: `galiyay geliyay qoray siiyay sheegay`,
	unit: `yuuro doolar xaraf* sano lambar qof`,
	status: `waa waan waxa* khalad* ma maxa* sidee ilaaw* loo inuu ayaan`,
};
