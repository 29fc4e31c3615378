/** Who it is about: family, neighbours, officials, ages. */
export const PEOPLE = `
mother: мама мамы маме маму мамой мамочк* мамин* мать матери матерью матушк* | äiti äidi* äite* mutsi* | mother* mom
	mum mommy mummy mama
father: папа папы папе папу папой папин* отец отца отцу отцом батя бати батю | isä isän isää isällä isälle isältä
	isäni faija* iskä* | father* dad daddy papa
parents: родител* старик* старики | vanhem* vanhus* vanhuk* | parent* elderly
grandmother: бабушк* бабул* баба бабу бабе бабки бабка старушк* прабабушк* | mummo* mummi* isoäi* mumm* | grandmoth*
	granny grandma nan
grandfather: дедушк* дед деда деду дедом дедул* старичок старичк* | vaari* ukki* isoisä* pappa* papan | grandfath*
	grandpa granddad
husband: муж мужа мужу мужем муже супруг супруга супругу мужик* | mies miehe* aviomie* puoliso* ukko | husband*
	spouse
wife: жена жены жене жену женой супруга супругой супруги | vaimo* puoliso* | wife spouse
ex: бывш* экс | ex exä exän eksä* entinen entise* | former
partner: сожител* партнер* гражданск* парень девушка жених* невест* | avopuoliso* avomie* avovaimo* poikaystäv*
	tyttöystäv* kihlattu* | partner* boyfriend* girlfriend* fiance*
child: ребен* дети детей детям детьми детях детск* дитя малыш* малыша карапуз* | lapsi lapse* lapsi* lasten laste*
	muksu* kakar* mukul* | child* kid kids
baby: младен* новорожд* грудн* груднич* годовал* малютк* ляльк* | vauva* vauvan vastasynty* | baby babies newborn*
	infant*
son: сын сына сыну сыном сыне сынок сынишк* сыновь* | poika poja* poikan* | son sons
daughter: дочь дочка дочки дочке дочку дочери дочерью дочур* доченьк* | tytär tyttäre* tyttö* tytö* likka* |
	daughter*
grandchild: внук* внуч* внучк* | lapsenlap* | grandchild* grandson* granddaughter*
teen: подрост* тинейдж* школьни* восьмикласс* девятикласс* старшекласс* | teini* nuori nuore* murrosik* | teen*
	youth*
brother: брат брата брату братом сестра сестры сестре сестру сестрой братик* | veli velje* sisko* sisar* | brother*
	sister* sibling*
relative: родств* родня родные родным близк* тетя тети тете тетю дядя дяди | sukulai* omai* läheis* täti tädi* setä
	| relative* relation* aunt uncle kin
neighbour: сосед* | naapur* | neighbo*
friend: друг друга другу друзь* подруг* подружк* знаком* приятел* | ystäv* kaver* tutt* | friend* mate buddy
widow: вдов* овдов* | leski lesken leske* | widow*
alone: одинок* одна один одному одной одиноч* никого | yksin yksinä* | alone lonely lonel* nobody
old: стар* пожил* преклон* возраст* немолод* бабул* дряхл* | vanha vanho* vanhus* iäk* ikäih* seniori* ikäänty* |
	old elderly aged senior*
retired: пенсионер* пенсионерк* | eläkelä* | pensioner* retiree*
student: студент* учащ* студентк* | opiskelij* | student*
newcomer: приезж* приех* переехал* переселен* иммигрант* мигрант* новеньк* недавно понаех* прибыл* эмигр* |
	maahanmuut* tulok* muuttanut muutin muuttan* saapunu* | newcomer* newly arrived immigrant* migrant*
refugee: бежен* убежищ* украин* войн* защит* временн* | pakolai* turvapaik* ukrain* suojelu* | refugee* asylum
foreigner: иностран* чужестран* заграничн* нерезидент* | ulkomaal* | foreign*
boss: начальни* шеф шефа босс* директор* бригадир* прораб* работодател* хозя* | pomo* esimie* työnantaj* johtaj* |
	boss* employer* manager* supervisor*
employee: работник* сотрудни* подчинен* | työntekij* | employee* worker* staff
employer: нанимат* нанять нанял* наняла предпринимател* работодат* | palkat* palkkas* työnantaj* yrittäj* | hire
	hired hiring employer*
colleague: коллег* сослужив* напарни* | työkaver* kolleg* | colleague* coworker*
doctor: врач* доктор* терапевт* медик* лекар* участков* | lääkär* tohtor* lekur* tk-lääk* | doctor* physician* gp
nurse: медсестр* сестричк* фельдшер* | hoitaj* sairaanhoit* terkkari* | nurse*
specialist: специалист* хирург* кардиолог* невролог* окулист* дерматолог* гинеколог* ортопед* офтальм* |
	erikoislääk* kirurgi* kardiolog* silmälääk* | specialist* surgeon* cardiolog*
psychologist: психолог* психиатр* психотерап* | psykolog* psykiatr* terapeut* terapi* | psycholog* psychiatr*
	therap* counsellor*
teacher: учител* учительниц* преподав* классн* педагог* училк* | opettaj* ope open luokanvalv* | teacher*
lawyer: юрист* адвокат* правозащит* нотариус* | lakimie* juristi* asianajaj* | lawyer* solicitor* attorney*
official: чиновни* инспектор* служащ* консультант* специалист* | virkailij* viranom* tarkastaj* | official* officer*
	authority authorities
guardian: опекун* попечител* опек* | edunvalvoj* edunvalvon* huoltaj* | guardian*
landlord: хозяин* хозяева хозяйк* арендодат* квартиросдат* домовладел* сдает сдают | vuokranantaj* vuokraisän* |
	landlord* landlady owner*
tenant: квартирант* арендатор* съемщик* жильц* | vuokralai* asukas asukkaa* | tenant* lodger*
roommate: подсел* комнатн* | kämppäkaver* kämppis* | roommate* flatmate*
seller: продав* магазин* торгов* | myyj* kauppias* | seller* shop shops store vendor*
police: полиц* мент менты ментов участок полицейск* | poliisi* kytä* | police* cop cops
bailiff: пристав* судебн* взыскат* судоисполн* | ulosott* ulosot* vouti voudi* voudin | bailiff* enforcement
collector: коллект* взыскан* выбив* перинт* | perintä* perinnä* perintätoim* | collector* collection
scammer: мошен* аферист* жулик* развод* кидал* обманщи* лохотрон* | huijar* huijau* huijat* huija* petos* petkut* |
	scam* fraud* conman crook* cheat*
thief: вор воры воров воришк* грабител* карманни* | varas varka* ryöst* | thief thieves robber* burglar*
interpreter: переводчи* перевод* устн* толмач* | tulkk* tulki* käänn* | interpret* translat*
volunteer: волонтер* доброволец* помощни* | vapaaehtoi* talkool* | volunteer*
helper: помощни* помога* помог* поможет помогите помощ* подска* объясн* покаж* показ* | auttaj* apua apu avun auta
	auttaa neuvoo neuvoj* neuvo* opast* | help helper* helps explain show guide
social-worker: соцработни* соцслужб* опекой соцотдел* | sosiaalityöntekij* sossu* sosiaal* | social
driver: водител* шофер* | kuljettaj* kusk* | driver*
pregnant: берем* рожат* рожаю роды родила родился родилась рожд* роддом* | raska* synnyt* synty* | pregnan* birth
	born maternity
disabled: инвалид* колясочн* слепой слеп* глух* слабовид* немощн* парализ* | vamma* invalid* sokea* kuuro* näkövam*
	| disab* blind deaf wheelchair*
`;
