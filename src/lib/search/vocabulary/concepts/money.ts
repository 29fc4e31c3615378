/** Money: coming in, going out, missing, owed. */
export const MONEY = `
money: деньг* денег деньгам деньжат бабки бабло бабосы лавэ средств* финанс* капитал* копейк* копеечк* евро евриков
	| raha raho* raha* rahat rahaa hilloa massi* fyrk* pätäk* euro* | money cash funds
broke: нечем безденеж* пуст* ноль нуля нулю кончил* закончил* остал* нищ* бедн* нужда* нужде голод* голоден
	впроголодь нехват* хватает хватит хватило | loppu* tyhj* köyh* varaton pennit* peea* auki riitä riittä* | broke
	empty poor poverty penniless nothing left starving afford run
food: еда еды еду едой кушать кушаем покушать поесть продукт* хлеб* молок* холодильник* кормить накормить корми*
	прокорм* питани* обед* голод* ужин* гречк* макарон* крупа | ruoka ruua* ruoan ruok* leip* maito* maido* jääkaap*
	nälk* nälä* syöm* syödä | food eat eating bread milk fridge hungry hunger groceries meal*
pay: плати* платеж* плачу платит заплат* оплат* оплач* уплат* выплат* рассчита* плата платы плату взнос* | maks* |
	pay pays paying paid payment*
bill: счет счета счетов счету квитанц* квиток* фактур* платежк* ласку* | lasku* | bill bills invoice*
reminder: напоминан* просроч* штраф* карху* пеня пени | karhu* muistutus* myöhäs* maksumuistut* | reminder* overdue
	late fee
debt: долг* задолж* должн* кредит* займ* заем* ипотек* микрозайм* рассроч* задолжен* | vela* velka* velk* laina*
	laino* luotto* luoto* osamaks* pikavip* vippi* kulutusluot* | debt* loan* credit owe owed owes mortgage
	instalment*
debt-trouble: коллект* банкрот* реструкт* испорчен* закредит* отметка | velkaj* maksuhäiriö* ulosott* luottotied*
	velkakier* | bankrupt* default arrears insolven* debts
seize: арест* списал* списыв* удерж* забира* забрал* снял* снима* взыска* отобра* вычит* удержан* | ulosmit* ulosot*
	vie vei pidättää pidätet* vähen* | seize* garnish* deduct* taken takes freeze frozen
wage: зарплат* получк* жалован* оклад* заработ* получаю зп аванс* палкк* палка палку | palkka* palka* palkk* tili
	tilip* ansio* liksa* tilinauha* | wage* salary pay payday paycheck earnings payslip
payday: получк* зарплат* аванс* палкапяйв* | palkkapäiv* tilipäiv* | payday
unpaid: невыплат* задержив* задерж* кинул* обманул* недоплат* чёрн* черную | maksama* maksanu* palkkasaat* | unpaid
	owed withheld underpaid
overtime: сверхуроч* переработ* часы часов часам ночн* выходн* отпускн* смен* вечерн* | ylityö* ylitö* lomaraha*
	tunti* vuoro* yölis* | overtime hours holiday shift*
tax: налог* налогов* подоход* веро веротоймист* ндфл | vero vero* verot* veroj* veron* verokort* ennakonpid* | tax
	taxes taxed withholding
tax-card: налогов* верокорт* процент* проценты ставк* | verokort* veropros* prosent* | percent* percentage rate card
tax-return: деклар* предзаполн* вычет* возврат* | veroilmoit* vähenny* veronpalautu* palautus* mätky* jäännösver* |
	return refund* deduct*
benefit: пособи* выплат* соцвыплат* дотац* туки тукi субсид* льгот* | tuki tue* tuki* etuus etuud* avustus* avustuk*
	| benefit* allowance* support welfare subsidy
application: заявлен* анкет* хакемус* подать подаю подавать подали подала запрос* ходатайств* обращен* прошени* |
	hakem* hake* haen hakea haku* haetaan lomak* | application* apply applying applied form forms request*
decision: решени* ответ* отказ* отказа* одобр* постановл* | päätö* kielte* myönte* hylk* hylät* | decision* reject*
	refus* approv* denied denial
wait: жду ждем ждать жда* ожида* долго молчат тишин* очеред* рассматр* ползают полгода | odott* odot* jono* kauan
	kestä* käsittely* | wait* pending queue* long processing weeks months silence
appeal: обжал* жалоб* апелл* оспор* несоглас* оспарив* | valit* oikaisu* muutoksenh* reklam* | appeal* complain*
	disput* object
bank: банк* банковск* отделен* нордеа осуусп* данске | pankk* panki* nordea* danske* osuusp* op | bank* nordea
	danske
account: счет счёт* счету аккаунт* | tili tilin tilil* tiliä tili* | account*
bank-codes: код коды кодов кодами кодом ключик* тунну* тунус* кодовый токен* | tunnus* tunnuks* tunnusluk* avainluk*
	pankkitunn* koodi* | code codes credentials key
card: карт карта карты карте карту картой карточк* пластик* | kortti* kort* | card cards
transfer: перевод* перевел* перечисл* | siirt* siirr* tilisiirt* | transfer* send
rent-pay: аренд* квартплат* вуокр* жилищн* коммуналк* коммунальн* | vuokr* asumiskul* vastik* | rent rental
electricity: электрич* свет отоплен* отключил* отключ* | sähkö* lämmity* vesimaks* | electricity heating power water
pension: пенси* элаке* элякe* эляке* старост* стаж стажа накоп* | eläk* eläke* vanhuude* takuueläk* kansaneläk* |
	pension* retire* retirement
work-history: стаж* отработ* проработ* | työhist* työvuo* työur* työssäol* karttu* | worked career years accrued
old-age: старост* пенсионн* 63 64 65 67 возраст* преклонн* | vanhuu* eläkeik* ikä iän | retirement age old
survivor: вдов* сирот* кормил* | leskeneläk* perhe-eläk* orpo* | survivor* orphan*
sick-pay: больничн* больничный нетрудоспос* бюллетен* сайраусп* | sairauspäiv* sairaslom* saikku* sairauslom* | sick
	leave
reimburse: возмещ* компенс* вернут вернуть вернули возврат* вернет | korvau* korvat* korvaa* korvata palaut*
	takaisin | reimburs* compensat* refund* back
medicine-cost: аптек* лекарств* таблет* | lääkek* lääkekorv* omavast* | expensive medicine*
child-benefit: детск* лапсилис* декрет* матпомощ* алимент* | lapsilis* elatus* vanhempainr* äitiysr* kotihoidontu* |
	maternity parental
alimony: алимент* элатус* содержани* | elatusm* elatustu* elat* elar* | alimony maintenance
unemployed: безработ* уволил* увольн* увол* сократил* сокращен* выгнал* попросил* турнул* | työt* potku* irtisan*
	lomaut* fudu* kenkä* | unemploy* fired laid sacked redundan* jobless dismissed lost
fund: касс* профсоюз* членск* взнос* лиитт* | kassa* kassan liitto* liito* liittoon jäsen* ansiopäiv* ansiosid* |
	fund union member* membership dues
student-aid: стипенд* студенческ* опинтотук* | opintotuk* opintotue* opintorah* opintolain* | student grant
expensive: дорог* дороговат* подорож* цены цена дешев* подешев* скидк* бесплат* | kallis kallii* kall* halp* halv*
	hinta* hinna* ilmai* | expensive cheap* cost* price* free afford
income: доход* заработк* выручк* подработ* | tulo tulot tulo* tulot* lisätulo* ansait* | income earn earnings
save: накопл* сбереж* отклад* | säästö* säästä* | saving* savings
insurance: страхов* страхован* | vakuutu* | insur*
inherit: наследств* наследник* завещан* умерш* | perint* perinn* perin* testament* kuolinpes* perukirj* | inherit*
	will estate heir*
buy: купил* купи* покупк* покупать заказал* заказ* приобрел* | osti* osta* ostin tilas* tilau* | buy bought
	purchase* order* ordered
return-goods: верн* обмен* брак* бракован* гаранти* чек чека возврат* неисправ* | palaut* takuu* takuun vialli*
	virhe* rikki kuitti* reklam* | return* warrant* faulty broken refund receipt guarantee
subscription: подписк* подписал* отписат* абонемент* ежемесячн* списыва* | tilau* kuukausimaks* kestotil* liittym*
	irtisano* | subscri* monthly cancel*
sell: продаю продать прода* торг* реализ* | myy myyd* myydä myyn* | sell selling sold
`;
