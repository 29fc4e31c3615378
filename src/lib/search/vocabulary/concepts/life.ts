/** Everyday things and doings that hint at a trouble. */
export const LIFE = `
luggage: вещи вещей чемодан* коробк* ключи ключей грузов* | tavar* muuttolaat* avaim* matkalauk* pahvilaat* | boxes
	suitcase* keys luggage belongings
clothes: одежд* куртк* обув* ботинк* кроссов* плать* сапог* | vaate vaatt* kenkä* kengä* takki* | clothes shoes
	jacket boots
sport: спорт* тренаж* зал бассейн* фитнес* | liikun* kuntosal* uima* sali salin | gym sport* pool fitness
vote: выбор* голосов* депутат* президент* | vaali* äänest* | election* vote* voting
dual: двойн* | kaksois* | dual
weapon: оруж* нож нож* пистолет* | ase aseen puukko veitsi* | weapon* knife gun
break-in: взлом* дверь двери замок замк* окно окна подвал* | murto murron murtau* ovi oven lukko ikkun* kellari* |
	broke door lock window cellar
invest: инвест* крипт* биткоин* акции брокер* трейд* | sijoit* krypto* bitcoin* | invest* crypto* trading
romance: знакомств* любов* роман романтич* ухажер* | rakkau* deitti* deit* tinder* | love dating romance tinder
prize: выигр* приз призы лотере* розыгрыш* | voit* palkin* arvon* arpajai* | prize lottery won winner
telecom: тариф* оператор* связь связи | liittymä* operaattor* | operator plan broadband
flight: рейс* самолет* авиа* аэропорт* турфирм* турагент* | lento* lenno* lentok* matkatoim* | flight* airline
	airport
contractor: мастер* бригад* плиточ* сантехник* электрик* рабочие | remontt* putkimie* urakoits* | contractor builder
	plumber
accounting: бухгалт* отчетн* | kirjanpi* tilitoim* | accounting accountant bookkeep*
vat: ндс алв | alv alvin | vat
russian-pension: российск* пфр снилс москв* питер* петербург* | venäjäl* | russian
single-parent: одиночк* неполн* | yksinhuolt* yh | single
twins: двойн* двойняш* близнец* | kaksos* | twins
baby-things: подгузник* памперс* коляск* смесь кроватк* | vaipa* vaippa* vaunu* rattaat | nappies diapers stroller
	pram
summer: лето летом лета каникул* отпуск* море моря дач* | kesä* loma* mökk* | summer holiday* vacation
falls-care: падает ходунк* лежач* памперс коляск* | rollaat* kaatuil* vuodepot* | walker bedridden
bully: травят трав* буллинг* дразн* обижают | kiusa* | bully* bullied
chronic: аллерг* астм* диабет* сахарн* онколог* рак гипертон* | allergi* astma* diabet* sokerit syöpä* verenpain* |
	allergy asthma cancer
physio: массаж* физиотерап* реабилит* | fysio* kuntout* | physio* rehab*
full-storage: памят* место переполн* галере* | tallennust* täynnä | storage full
video-call: видеозвон* скайп* зум zoom | videopuhel* skype | video
fill-form: заполн* граф* бланк* анкет* | täyt* lomak* | fill filling form forms
deadline: срок срока сроки успе* опозд* опазд* | määräaj* myöhäs* ehdi* ehti* | deadline late
mistake: ошиб* неверн* неправильн* перепут* | virhe virheen väär* | mistake* wrong error incorrect
closed: закрыт* закрыл* закрыва* | kiinni sulje* | closed shut
fine: штраф* наказан* | sakko* sako* | fine penalty
racism: дискримин* расист* нацизм | rasis* syrji* | racis* discriminat*
builder-job: стройк* строит* маляр* сварщ* | rakennu* raksa* | construction builder
kitchen-job: повар* кухн* ресторан* кафе официант* пицц* | kokki* keittiö* ravint* tarjoil* | cook kitchen
	restaurant waiter
factory-job: завод* цех* фабрик* склад* конвейер* | tehda* varasto* | factory warehouse
farm-job: ферм* ягод* теплиц* | maatil* marja* kasvihuon* | farm berries greenhouse
graduate: выпуск* аттестат* закончил* окончил* | valmistu* ylioppil* päättötod* | graduat* finished
dorm: общежит* общаг* | soluasun* | dorm dormitory
other-town: тампере турку оулу лахти лаппеенрант* йоэнсуу котка миккели ювяскюл* вааса пори хямеенлинн* рованиеми
	каяани порвоо котке лахт* | tampere* turku turu* oulu* lahti lahde* lappeenran* joensuu* kotka* mikkel* jyväskyl*
	vaasa* pori pori* hämeenlin* rovanie* kajaan* porvoo* | tampere oulu
savo: саво иисалми варкаус сиилинъярв* северн* | savo* iisalm* varkau* siilinjärv* leppävir* lapinlah* | savo
helmet-area: хюс хус апотти керава кирккон* тууус* | hus husin hyks* apotti kerava* tuusul* kirkkonum* porvoo* |
stamp: марк* заказн* почтальон* извещен* | postimerk* posti* lähett* | stamp post office postal
culture: концерт* музе* театр* кино фильм* | konsert* museo* teatter* elokuv* | concert museum theatre cinema film
paternity: отцовств* | isyy* | paternity
embassy: консульств* посольств* | suurlähet* konsul* lähetyst* | embassy consulate
apostille: апостил* легализ* заверен* нотариал* | apostil* legalis* | apostille notar*
eu-people: евросоюз* ес эстонск* латв* литв* поль* | eu viron virol* | european estonian
activation: активир* актив* | aktivoi* | activat*
electronic: электронн* онлайн цифров* | sähköi* digi* | electronic digital online
number: номер* номера номеру | numero* | number
month: месяц* месяч* | kuukau* kuukaus* kk | month*
week: недел* | viikko* viiko* | week*
year: год года году годы лет | vuosi vuode* vuot* | year years
country: стран* государств* родин* родн* | maa maan maas* maah* valtio* kotim* | country state homeland
letter-language: перевести перевод* непонятн* прочит* прочесть | suomenkiel* lukea käännö* | translate read
	understand
minimum: минимальн* минимум прожиточн* | vähimm* minimi* | minimum
supplement: доплат* надбавк* добавк* прибавк* | lisä lisää lisät | supplement extra
cut: урез* сократил* снизил* уменьш* меньше пересчит* срезал* | leik* leikat* pienen* vähem* tarkist* laski | cut
	reduced less lowered
come: пришл* приш* приход* получил* принес* прислал* | tuli tulleet tullut sain saapui | came received got arrived
data: данн* персональн* сведен* инфор* | tiedot tieto* henkilötied* | data details personal
change: измен* поменя* поменять смен* сменить менять | muut* vaihta* vaihd* vaiht* | change changed update
first-time: впервые первый первая первое первую | ensimmäi* eka | first
child-night: коклюш* ветрян* судорог* захлеб* | korvatulehd* kouristu* | seizure
housing-queue: очеред* первоочер* заявк* | asuntojono* asuntohak* | waiting list
own-home: ипотек* собственн* | omistusas* asuntolain* ostaa | mortgage own bought
housing-noise: домоуправл* управляющ* тсж исяннёйт* | isännöits* huoltoyht* taloyht* | property manager maintenance
school-trouble: второгодн* двойк* оценк* | arvosan* numeroit | grades marks
start-school: первоклас* школу | ekaluok* koulutulok* | enrol
loneliness: скуча* скучн* одинок* друзей | tylsä* ikävä yksinäi* | bored lonely miss
language-cafe: разговорн* клуб языков* практик* | kielikahv* keskust* | conversation cafe practise practice
youth-trouble: сбежал* пропал* наркот* компани* | karkas* | runaway
relationship: ссор* скандал* ругаемся терапи* | riit* riidel* | argue quarrel
prison: тюрьм* осужд* судимост* | vankil* tuomit* rikosreki* | prison criminal record
ownership: собственник* владел* | omist* | owner ownership title
fuel: бензин* солярк* заправ* | bensa* polttoain* | fuel petrol
winter: зим* снег* мороз* холод* | talvi* lumi* pakka* kylm* | winter snow cold
pick-mushroom: гриб* ягод* поход* лодк* рыбал* | sieni* sien* marja* vene* retki* kalas* | mushroom* berries boat
	hike
swim: тон* утон* провалил* лед льду | huku* jää jäihin hukkumas* | drown* ice
smoke: дым* пахнет газ газом | savu* kaasu* haju* | smoke gas smell
ride-share: такси | taksi* | taxi
pay-online: оплат* | verkkomaks* | online payment
device-shop: планшет* айпад* ноутбук* | tabletti* ipad | tablet
grandchild-help: внук* уехал* далек* | lapsenlap* kaukana | far away
explain: объясн* растолк* разжев* покаж* показ* терпел* медленн* | selit* näyttä* kädestä rauhas* | explain show
	slowly patient
authority-run: гоня* футбол* отфутбол* бегаю | pompot* luukul* juoks* | round circles bounced
who-answers: никто неизвестно куда | kukaan minne mihin kuka | nobody knows where who
official-site: официальн* достовер* правд* | viralli* luotett* | official reliable
rules: правил* закон* порядок | sään* laki lain lait | rules law laws
health-card: полис полиса страховк* карточк* | sairausvak* eurooppalai* | insurance card ehic
travel-cost: поездк* такси проезд дорог* | matkakorv* matkakust* taksimatk* | travel taxi costs
parent-leave-money: декретн* родов* | äitiysav* äitiyspakk* |
home-care: | kotona kotihoi* | home
reset: сброс* восстанов* забыл* | palaut* unohd* unoht* | reset recover forgot forgotten
sim-lost: симк* | | sim
chip-card: чип* пластик* | siru* | chip
new-device: новый* новом поменял* купил* сменил* | uusi uude* uuden vaihd* | new changed
phone-code: подтвердит* подтвержд* пуш | vahvist* | confirm confirmation approve
state-message: госуслуг* гос государствен* | viranomais* valtion | government state
`;
