/** Sentences a visitor might write; # is where the number goes. Every second one is scored apart from the others. */
export type Language = 'fi' | 'sv' | 'en' | 'ru' | 'uk' | 'et' | 'ar' | 'so';

type Phrases = Record<Language, readonly string[]>;

/** Sentences that say nothing about the number. */
export const plain: Phrases = {
	fi: ['Hei, tässä se on: #', 'Laitan tähän # kiitos', '# riittääkö tämä?', 'Minulla on # mutta se ei kelpaa.'],
	sv: ['Hej, här är det: #', 'Jag skickar # tack', '# räcker det?', 'Det står # men det fungerar inte.'],
	en: ['Hello, here it is: #', 'I am sending # thanks', '# is that enough?', 'It says # but it does not work.'],
	ru: ['Здравствуйте, вот: #', 'Отправляю # спасибо', '# этого хватит?', 'У меня # но не принимает.'],
	uk: ['Добрий день, ось: #', 'Надсилаю # дякую', '# цього досить?', 'У мене # але не приймає.'],
	et: ['Tere, siin see on: #', 'Saadan # aitäh', '# kas sellest piisab?', 'Mul on # aga see ei sobi.'],
	ar: ['مرحبا هذا هو: #', 'أرسل لكم # شكرا', '# هل هذا يكفي؟', 'عندي # لكنه لا يعمل.'],
	so: [
		'Salaan, waa kan: #',
		'Waxaan soo diray # mahadsanid',
		'# ma ku filan tahay?',
		'Waxaan hayaa # laakiin ma shaqaynayo.',
	],
};

export const identity: Phrases = {
	fi: ['Henkilötunnukseni on #', 'hetu #', 'Hetuni: #, eikä se mene läpi', '# on äitini henkilötunnus'],
	sv: ['Min personbeteckning är #', 'personnummer #', 'mitt personnummer: #', '# är min personbeteckning'],
	en: ['My personal identity code is #', 'personal code: #', 'social security number #', '# is my personal code'],
	ru: ['Мой персональный код #', 'хету #', 'личный код мамы: #', '# это мой личный код'],
	uk: ['Мій персональний код #', 'особистий код: #', 'ідентифікаційний номер #', '# це мій особистий код'],
	et: ['Minu isikukood on #', 'Soome isikukood #', 'isikutunnus: #', '# on minu isikukood'],
	ar: ['رقم الهوية هو #', 'الرقم الشخصي #', 'رقمي الشخصي: #', '# هذا رقم الهوية'],
	so: ['Lambarka aqoonsigaygu waa #', 'lambarka shakhsiga #', 'hetu: #', '# waa lambarka bulshada'],
};

/** Around one-time codes, PINs and bank code lists: # four to eight digits. */
export const codes: Phrases = {
	fi: [
		'Tunnuslukuni on #',
		'Sain koodin #',
		'vahvistuskoodi #',
		'Tekstiviestillä tuli vahvistuskoodi: # mitä teen?',
		'PIN #',
		'pin-koodini on # ja se ei toimi',
		'pankki pyytää avainlukua, onko se #',
		'kertakäyttöinen salasana oli #',
		'# tällainen koodi tuli puhelimeen',
		'Nordean tunnusluku, joka oli kirjeessä: #',
		'Turvakoodiksi laitoin #',
		'koodi # vanheni jo',
	],
	sv: [
		'Min pinkod är #',
		'koden är #',
		'Jag fick bekräftelsekoden #',
		'engångskod: #',
		'PIN-koden # fungerar inte',
		'säkerhetskoden som kom var #',
		'verifieringskod #',
		'# är koden jag fick',
		'bankkoden är #',
		'sms-koden: #',
	],
	en: [
		'My PIN is #',
		'the code is #',
		'I got this verification code: #',
		'they sent me a code by text, # is it ok?',
		'one-time password #',
		'# is the code from the SMS',
		'bank PIN code #, please help me log in',
		'confirmation code #',
		'passcode: #',
		'The security code I received was #',
	],
	ru: [
		'Мой пин-код #',
		'код из смс #',
		'Пришёл код подтверждения: #',
		'пинкод # не подходит',
		'вот код #, введите за меня',
		'# это код который мне прислали',
		'одноразовый пароль #',
		'коды из банка: #',
		'зайдите за меня, вот мои коды #',
		'ввожу пароль # а он не работает',
		'в письме из банка был код доступа #',
		'секретный код от Нордеа #',
		'ПИН # от мобильного сертификата',
		'проверочный код, который пришел на телефон: #',
	],
	uk: [
		'Мій пін-код #',
		'код із смс #',
		'Прийшов код підтвердження: #',
		'ось код #',
		'одноразовий пароль #',
		'# це код з повідомлення',
		'секретний код #',
		'банківські коди: #',
	],
	et: [
		'Minu PIN-kood on #',
		'kood on #',
		'Sain kinnituskoodi #',
		'PIN1 on #',
		'parool #',
		'# on kood, mis tuli sõnumiga',
		'turvakood: #',
		'ühekordne kood #',
	],
	ar: [
		'رمز التحقق هو #',
		'الرقم السري #',
		'وصلني الكود #',
		'رمز الدخول: #',
		'كود التأكيد #',
		'الرمز الذي وصلني هو #',
		'كلمة المرور #',
		'# هذا هو رمز التحقق',
		'رقمي السري هو #',
		'رمز البنك #',
	],
	so: [
		'Koodhka xaqiijinta waa #',
		'PIN-kaygu waa #',
		'koodka la ii soo diray waa #',
		'lambarka sirta ah waa #',
		'furaha sirta ah #',
		'# waa koodhka',
		'code-ka waa #',
		'koodka bangiga #',
	],
};

/** Around passwords: # a token of letters, digits and signs. */
export const passwords: Phrases = {
	fi: ['Salasanani on #', 'salasana: #', 'kokeilin salasanaa # mutta ei', 'uusi salasana on #'],
	sv: ['Mitt lösenord är #', 'lösenord: #', 'lösenordet # går inte', 'nytt lösenord #'],
	en: ['My password is #', 'password: #', 'I tried the password # twice', 'pw is password #'],
	ru: ['Мой пароль #', 'пароль: #', 'ввожу пароль # и ничего', 'новый пароль такой #'],
	uk: ['Мій пароль #', 'пароль: #', 'вводжу пароль # і нічого', 'новий пароль #'],
	et: ['Minu parool on #', 'parool: #', 'proovisin parooli # aga ei', 'salasõna #'],
	ar: ['كلمة السر هي #', 'كلمة المرور: #', 'جربت كلمة السر # ولم تعمل', 'الباسورد #'],
	so: ['Furaha sirta ah waa #', 'password: #', 'password-kaygu waa #', 'ereyga sirta ah #'],
};

/** Around user ids of banks and Suomi.fi: # six to ten digits. */
export const users: Phrases = {
	fi: ['Käyttäjätunnukseni on #', 'pankkitunnus #', 'verkkopankin käyttäjätunnus: #', 'tunnus # ei toimi'],
	sv: ['Mitt användarnamn är #', 'användar-id #', 'användarid: #', 'användarnamn # i banken'],
	en: ['My user ID is #', 'bank user id #', 'username: #', 'login # does not work'],
	ru: ['Мой логин #', 'идентификатор пользователя #', 'логин в банк: #', 'банковский логин # не подходит'],
	uk: ['Мій логін #', 'ідентифікатор користувача #', 'логін у банк: #', 'логін # не підходить'],
	et: ['Minu kasutajatunnus on #', 'kasutajatunnus #', 'panga kasutajanimi: #', 'kasutajatunnus # ei tööta'],
	ar: ['اسم المستخدم هو #', 'رقم المستخدم #', 'معرف المستخدم: #', 'اسم المستخدم # لا يعمل'],
	so: ['Magaca isticmaalaha waa #', 'user id #', 'lambarka isticmaalaha: #', 'username # ma shaqaynayo'],
};
