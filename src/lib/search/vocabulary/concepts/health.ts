/** Health, care, worry, danger, crime. */
export const HEALTH = `
ill: болею болеет болен больн* заболе* приболе* простуд* грипп* вирус* плохо хвор* самочув* недомог* | saira* kipeä*
	kipee* flunss* sairas* | ill sick unwell flu cold
symptom: температур* кашел* кашля* насморк* сопли горло горла понос* рвот* тошнот* тошнит сып* озноб* жар кружит*
	чеша* зуд* лихорад* давлени* отек* | kuume* yskä* yski* nuha* kurk* oksen* ripuli* ihottum* huimaa* turvon* |
	fever cough* throat vomit* rash dizzy temperature runny
pain: бол* болит болят больно боли ноет ломит прострел* защем* мигрен* | kipu kivu* särk* sattuu särky* kolotta* |
	pain* ache* hurt* hurts sore
body: нога ногу ноги ноге рука руку руки спина спину спине голова голову живот* сердц* сердеч* груд* колен* ухо уши
	глаз* печен* почк* поясниц* шея шею плечо палец | jalka* jala* käsi kät* käde* selkä* selä* pää päät* vatsa*
	sydän* sydäm* rint* polv* korva* silm* niska* olkap* | leg* arm back head stomach heart chest knee ear eye* neck
	shoulder
tooth: зуб* стоматолог* дантист* десн* пломб* протез* | hamma* hammas* hampa* paikk* iken* | tooth teeth dentist
	dental
injury: сломал* перелом* вывих* упал* упала порез* обжег* обжог* травм* удар* ушиб* растян* гипс* | murt* murtu*
	kaatu* loukkaan* venäht* palov* haava* kipsi* | broke* broken fell injur* fracture cut burn* sprain*
acute: срочн* ночь* ночью вечер* выходн* праздник* воскрес* суббот* немедл* | yö yöl* yöllä viikonlop* sunnuntai*
	ilta illa* heti kiire* päivyst* | night weekend sunday urgent* evening now
ambulance: скор* неотлож* реаним* спасател* | ambulans* hätä* ensiap* päivyst* | ambulance emergency
hospital: больниц* госпитал* стационар* операц* опериров* палат* | sairaala* leikka* leikkau* osasto* | hospital*
	surgery operation ward
clinic: поликлин* терветюс* терка терку терке медпункт* терветюскескус* здравпункт* | terveysk* terveysas* tk
	terkka* terkkari* | clinic health centre
appointment: запис* записат* записал* прием* приёма назнач* номерок* талон* визит* отменить перенес* перенест* аптти
	| aika aja* ajanvar* varata vara* varaus* peru* siirt* vastaanot* | appointment* book booking slot cancel
	reschedul* visit
tests: анализ* кров* результат* рентген* узи мрт обследов* снимок* снимк* мазок* прививк* вакцин* | labra* verik*
	kokee* tulok* röntgen* ultraään* kuvaus* rokot* magneet* | test* blood result* x-ray scan lab vaccin*
prescription: рецепт* резепт* | resept* | prescription*
medicine: лекарств* таблет* пилюл* аптек* препарат* инсулин* мазь капли антибиот* давлени* | lääke* lääk* pilleri*
	tablet* apteek* insuliin* | medicine* medication pill* pharmacy drug*
records: выписк* медкарт* заключен* эпикриз* диагноз* направлен* | potilast* epikriis* diagnoos* lähet* lausunt* |
	record* diagnos* referral medical
care-home: уход* сиделк* ухажив* обслуж* лежач* | kotihoit* hoitokot* hoiva* palvelutal* omaishoit* pärjä* | care
	carer nursing cope
forget: забыва* забыл* памят* деменц* альцгейм* склероз* путает | muist* dementi* alzheim* unoht* ymmärrä sekais* |
	forget* dementia memory confused
glasses: очки очков зрени* слух* | silmälas* kuulolait* näkö* | glasses hearing sight
pregnancy-care: берем* гинеколог* нейвол* акушер* | neuvola* raskau* kätilö* | midwife prenatal antenatal
mental: депресс* тревог* тревож* паник* стресс* выгор* нерв* нервы нервн* невроз* психик* душев* срыв* психолог* |
	masen* ahdist* paniik* stres* uupum* uupun* psyyk* mielenterv* burn* | depress* anxi* panic* stress* burnout
	mental nervous
sad: плачу плакать плачет реву рыда* слез* груст* тоска тоскл* тоску печаль* апати* пустот* отчаян* безнадеж* хандр*
	| itke* itkett* suru* surul* alakul* toivot* | cry* tears sad* hopeless* despair grief empty
sleep: бессонниц* сон сна снит* спать сплю спит засып* заснуть уснуть кошмар* просыпа* | uni unta une* nuku* nukk*
	valvo* unettom* painajai* | sleep* insomnia awake nightmare*
tired: устал* сил сила силы вымот* изможд* | väsy* jaksa* voimat* | tired exhausted energy strength
fear: боюсь боится страх* страшн* пуга* испуг* жутк* стращ* | pelko* pelk* pelkää* pelot* | afraid fear scared
	frighten* scary
addiction: алкогол* пьет пьян* запой* наркот* игроман* казино зависим* бухает спил* | alkohol* juo juopp* päih*
	huume* riippuv* peliong* | alcohol drink* drunk drug* addict* gambl*
death: умер* умерл* смерт* похорон* скончал* покойн* погреб* кладбищ* умира* | kuol* hautaja* haudat* vainaj* | die
	died dead death funeral burial passed
violence: бьет бьют избил* избива* побои ударил* кулак* синяк* насил* колот* абьюз* | lyö löi hakk* väkival*
	pahoinp* mustelm* | beat* hit hits violen* abus* bruise*
threat: угрожа* угроз* преследу* шантаж* запугив* следит сталк* | uhka* uhkai* uhkail* vaino* kirist* stalk* |
	threat* blackmail harass*
rape: изнасил* домога* приста* | raiska* ahdistel* hyväksikäyt* | rape* assault* molest*
victim: жертв* потерпев* пострадав* приют* убежищ* | uhri* turvakot* | victim* shelter
steal: украл* украд* краж* увел* увели угнал* стащил* спер сперли обокрал* вытащил* ограб* пропал* стырил* свист*
	кража | varast* varkau* vieti* vietiin pölli* pöllitt* ryöst* hävisi | stole* stolen theft rob robbed nick*
	pinched pickpocket* burgl*
lost: потерял* потеря* потерян* утер* пропал* исчез* | huka* hukk* kado* katos* kadon* hävi* | lost missing lose
	misplaced
wallet: кошел* бумажник* портмон* сумк* сумоч* карман* рюкзак* | lompak* käsilauk* lauk* reppu* taskuv* | wallet
	purse bag handbag backpack pocket
deceive: обман* обману* надул* кинул* развел* развод* наеб* облапош* фальш* поддел* лже* липов* | huijat* huijau*
	petett* petko* väär* vale* feikk* | cheat* trick* fake* deceiv* fooled scammed
suspicious: странн* подозрит* непонятн* незнаком* фишинг* спам* вирус* | epäilyt* outo oudo* kumma* tuntemat*
	kalastel* roskap* | suspicious weird strange unknown phishing spam virus
link: ссылк* ссылоч* нажал* нажала ткнул* кликнул* тыкнул* перешел перешла открыл* | link* klikk* painoin avasin |
	click* tapped opened pressed
gave-away: продиктов* назвал* ввел ввела выманил* | annoin kerroin syötin luovut* | gave told typed entered shared
call: звон* позвон* звонил* трубк* перезвон* голос* | soit* puhelu* puhelim* | call calls called calling rang phone
crime: преступ* криминал* потерпев* побои вандал* драк* | riko* rikos* rikosilm* tihut* ilkiv* | crime* criminal
	offence report* vandal*
fire: пожар* гор* горит дым* | palo* tulipal* savu* | fire smoke burning
accident: авари* дтп несчаст* столкн* | onnettom* kolari* kolar* tapatur* | accident* crash* collision
location: координат* местополож* заблуд* | sijain* missä paikan* eksy* | location where position find
`;
