import type { Vocabulary } from '../language.ts';

export const en: Vocabulary = {
	hetu: `(personal|finnish|national)_(identity_|identification_|id_)?(code|number|no|id|identity|nr)s?
		(identity|identification|id)_(code|number|no|nr)s? social_security* ssn social_insurance*`,
	card: `cvn security_codes?(_(on|of)*)? (three|3)_digits_on*`,
	password: `pass_?(words?|codes?|phrase|wd)* psswd pwd? pw pass pssword* secret_(word|phrase)s?`,
	code: `*codes? pin[12]?s? pin[12]?_(numbers?|no) otps? tans? 2fa mfa one_time* sms_(numbers?|digits) key_(numbers?|figures?)
		secret_(numbers?|digits) security_numbers? (verification|confirmation|authentication)_(numbers?|digits) passkey*`,
	user: `user_?(id|name|number)s? login* log_in_(id|name|number) user bank_?(id|credentials|user)s? sign_in_(id|name)
		(nordea|op|danske|bank)_id`,
	label: `tel phone_num* mobile_num* call* address* postal(_codes?)? post_?code* zip(_codes?)? street* invoice* ref reference* case form year
		http errors? order* booking* application* customer*
		(error|area|country|qr|bar|promo|discount|dress|source|sort|product|status|tracking|dial*|gift|course|tax|model|swift)_?codes?
		code_of* track* zoom(_id)? meeting_(id|number|no) iso version* meter* amount rent salary price paid`,
	weak: `no nr number num numbers row line`,
	small: `is was are it its this here my the that and from by sms bank card i got came new old your in of a`,
	is: `is was are its`,
	and: `and or but`,
	lost: `(not|n.?t|never)_(come|came|coming|arriv|receiv|get|got)* forg* wait*`,
	typed: `enter(ed)? typed? put tried used wrote gave told said`,
	unit: `dollars? char* digits? letters? years? people euros? pounds?`,
	status: `is was wrong* incor* invalid* correct right forg* not do* must need* has expir* same too lost* lock* required for from please`,
};
