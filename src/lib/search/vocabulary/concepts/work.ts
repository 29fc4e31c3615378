/** Work, study, children in care and at school, language. */
export const WORK = `
work: работ* работа работы работу работе подработк* вкалыв* смен* труд* трудоустр* работк* должност* вакан* | työ
	työt työ* töi* töissä töihin duuni* homma* hommi* keikk* | work works working job jobs shift* vacanc*
find-work: ищу искать найти устроит* устроить трудоустр* вакан* поиск* возьмут берут | etsi* hae* haku* työnhak*
	paikka paikk* avoin* | find finding look* search* seek* vacancy apply*
cv: резюме анкет* сопроводит* портфолио | ansioluet* cv työhakem* | resume cover
interview: собеседован* интервью | haastat* | interview*
job-office: биржа биржу бирже биржи биржев* тыоккар* тюккяр* тёккя* тюёккя* тоимист* занятост* | työkkär* te-toim*
	te työvoimat* työllisyys* työnhakij* | employment jobcentre te-office job-centre
register-work: зарегистр* учет* отметит* отмечат* зарегаться вставать | ilmoit* ilmottaut* rekister* | register*
	sign
contract: договор* контракт* оформл* неофициал* чёрную черную испытат* | sopim* työsop* pimeä* koeaik* | contract*
	agreement probation
dismissal: увол* уволил* сократил* выгнал* вынужда* расчет* | irtisan* potku* purku* lomaut* | fire* dismiss* sack*
	laid redundan*
rights: нарушен* наруша* эксплуат* незакон* обяза* переработк* отпуск* безопасн* | oikeuks* oikeud* rikko* laiton*
	työsuoj* riist* loma* | right* illegal* exploit* violat* holiday vacation
workplace-harm: пыль тяжел* каск* вредн* издева* травля травит* унижа* кричит орет | kiusa* häirin* syrji* työtapat*
	vaaralli* | bully* discriminat* unsafe harass* danger*
profession: професс* диплом* квалиф* специальн* образован* медсестр* инженер* врачом аттестат* университет* признан*
	признат* подтвер* нострифик* | ammat* tutkint* tutkinno* koulutus* tunnust* pätevy* laillist* | profession*
	diploma* degree* qualificat* recogni* certificat* education
below-skill: полы мыть убира* уборщ* посудомойк* | siivo* siivous* tiskar* | clean* cleaner dishwash*
study: учит* учусь учеб* учится поступ* университет* институт* вуз* колледж* техникум* факульт* училищ* аммат* лукио
	| opisk* opinn* opinto* yliopist* korkeakoul* ammattikoul* lukio* amis* kouluttaut* | study* studies university
	college vocational course degree
school: школ* урок* класс* уроки домашк* дз оценк* дневник* прогул* расписан* пропуск* | koulu* koulus* luokka*
	lukujärj* läksy* poissaol* kokeet numerot lintsa* | school* class* homework grade* timetable absence* truan*
	lesson*
choose-school: поступат* поступит* дальше бак | yhteishak* valita jatko* | apply choose admission*
daycare: садик* детсад* сад саду ясл* воспитател* дошкол* пяйвякот* пайвакот* няня няню няни пристроить оставить
	деть продлен* эскари | päiväkot* varhaiskasv* hoitopaik* tarha* tarhaan hoito* päivähoi* esikoul* eskar*
	perhepäiv* | daycare day-care kindergarten nursery preschool childcare nanny babysit*
back-to-work: | töihin | back return
maternity-leave: декрет* материнск* отцовск* родительск* | äitiyslom* äitiys* isyys* vanhempainvap* perhevap*
	hoitovap* äippä* äitiysloma | maternity paternity parental leave
language: язык* финск* фински* суоми сув* шведск* разговор* говорить заговорить понимаю учить | kieli kiele* kielt*
	suomea suomen suome* puhu* | language* finnish speak* swedish talk*
course: курс* занят* уроки группа группу обучен* | kurssi* opetus* ryhm* tunnit | course* class* lesson* training
exam: экзамен* тест* сертифик* юки юкки уровен* сдать сдавать | kielitut* kielik* yki* tentti* koe kok* taso*
	todistus* | exam* test level proof certificate prove
integration: интегр* адаптац* кото кото* интеграцион* | kotout* kotou* koto* | integrat* settle* settling
business: бизнес* фирм* ип предприним* самозан* тоиминими тоймин* фриланс* частник* ателье | yritys* yrity* yrittäj*
	toimini* tmi firma* freelanc* kevytyritt* laskutt* y-tunn* | business* company firm self-employ* entrepreneur*
	startup sole trader
side-earn: продава* пирог* торт* шью шить ногт* маникюр* стричь массаж* такси курьер* доставк* развож* репетит* |
	myyd* leipo* ompel* kynsi* parturi* hieroj* taksi* kuriir* kuljet* | deliver* courier baking cakes nails sewing
	taxi driver gig
income-report: отчита* заявил* перечисл* | tulorek* palkkatied* ilmoitettu | reported declared income register
	payroll
wage-subsidy: субсид* нанял* нанимат* палкатуки | palkkatuk* palkkatue* | subsidy subsidise*
trainee: практик* стажиров* стажер* ученик* | harjoit* työkokeil* oppisop* | trainee* internship apprentice*
child-school-app: дневник* вильма вилма | wilma* vilma | wilma
adult-talk: посоветов* лично личн* вживую человек* живым | kasvotus* henkilökoht* tava* jutel* | in-person person
	face sit
career: переучит* переквалиф* | uravalin* alanvaiht* ura ural* uudelleenkoul* | career retrain*
night: ноч* вечер* смен* выходн* | yö* ilta* illa* vuoro* | night* evening* shift*
divorce: развод* развел* развест* разошл* расстал* уш* ушел ушла расход* раздел* | avioer* ero eron erosi eroam*
	eros* | divorc* separat* split left
marry: жен* женим* жениться замуж* свадьб* расписат* брак браке брака роспис* обручен* кольц* поженит* загс венч* |
	nai* avioliit* naimis* vihk* hää* hääs* kihla* kihlo* | marr* wedding marriage engaged
name: имя имени имен фамил* назвал* назвать назов* переименов* отчеств* | nimi nime* sukunim* etunim* | name*
	surname
custody: судит* | huoltaj* tapaamis* huoltor* | custody visitation
court: суд суда суду судом судится судиться иск иска повестк* слушан* обвин* | oikeu* käräj* haas* syyt* tuomio* |
	court* sue* sued trial summon* hearing
legal-help: юрид* юридич* правов* консультац* защит* | laki* oikeusap* juridi* asianaj* | legal* lawyer* law advice
`;
