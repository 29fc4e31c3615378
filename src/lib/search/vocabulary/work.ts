import type { Situation } from './situation.ts';

/** Work, migration, integration and learning. */
export const WORK: readonly Situation[] = [
	{
		of: ['työmarkkinatori', 'рынок труда'],
		say: `работа ищу работу найти работу вакансия вакансии поиск работы устроиться на работу трудоустройство
			резюме сиви встать на учёт на биржу биржа труда зарегистрироваться безработным регистрация безработного
			первый день безработицы соискатель план занятости план трудоустройства обязательство искать работу
			тёкари тюккари те-палвелут мол переводчик неявка отменить встречу подработка вакантное место места
			работы нужна работа хочу работать найти место безработным стать зарегистрироваться на бирже встреча на
			бирже отклик отклики на вакансии составить мотивационное письмо портал вакансий сайт работы искать
			вакансии тёйтя тюё тюёпайкка дуунит
			CV työ töitä työpaikka työpaikat avoimet työpaikat työnhaku työnhakija työnhakijaksi ilmoittautua
			työttömäksi ilmoittautuminen cv ansioluettelo työllistymissuunnitelma työkkäri mol.fi te-palvelut työtön
			job jobs vacancies work looking for a job job seeker register as unemployed resume cv employment plan CV
			duuni työpaikkailmoitus hakemus työpaikkaan kesätyö keikka työhakemus work vacancies CV part-time summer
			job employment portal`,
	},
	{
		of: ['kunnan työllisyyspalvelut', 'työllisyysalue', 'муниципальная служба занятости'],
		say: `ТЭ тэ-тоймисто те-тоймисто ТЭ-контора тё-тоймисто биржа труда центр занятости бюро по трудоустройству
			тёккари тюккари консультант по работе омавалментая личный консультант трудовой консультант палкатуки
			субсидия на зарплату профессиональные курсы переобучение заключение для келы лаусунто служба занятости
			кадровая служба старое название ТЭ кто вместо те биржа переехала курсы от биржи профобучение
			профориентация выбор профессии карьерный совет практика стажировка направление встреча с консультантом
			тё тоймисто те тоимисто тэтоймисто
			te-toimisto te-keskus työkkäri työvoimatoimisto työvoimapalvelut työllisyyspalvelut omavalmentaja
			virkailija palkkatuki työkokeilu työvoimakoulutus uudelleenkoulutus lausunto kunta employment office TE
			office job centre counsellor retraining work trial tetoimisto te palvelut valmennus ammatinvalinta
			työharjoittelu starttiraha koulutus kunta työllisyys career advice traineeship internship municipal`,
	},
	{
		of: ['kuopion työllisyys', 'служба занятости куопио'],
		say: `тё-тоймисто куопио биржа труда куопио работа в куопио тёккари куопио резюме помощь с резюме мигрант в
			куопио советы приезжим интеграция куопио куопио биржа консультант в куопио нужна работа в куопио
			эмигрант иностранец куопио
			työkkäri kuopio työ kuopiossa maahanmuuttaja kuopio neuvonta kuopio jobs in Kuopio employment office
			immigrant kuopio työnhaku TE-toimisto`,
	},
	{
		of: ['kotoutumis', 'план интеграции'],
		say: `интеграция интеграционные курсы курсы для мигрантов курсы языка от биржи котокурсы котоутумис
			котокоулутус интеграционный план первичная оценка алкукартойтус иммигрант новоприбывший учить финский
			курсы для безработных иностранцев финский для новичков интеграционное обучение котоутуминен план
			изучения адаптация беженец беженцы
			kotokurssi kotokoulutus kotouttaminen alkukartoitus maahanmuuttaja kielikoulutus suomen kurssi
			integration course integration training newcomer initial assessment learn Finnish kotoutumisaika
			kielikurssi työttömille maahan muuttanut pakolainen refugee adaptation`,
	},
	{
		of: ['keha'],
		say: `центр развития администрирование выплата работодателю субсидия кеха-кескус эли-центр
			ELY kehittämiskeskus hallintokeskus ely-keskus maksatus`,
	},
	{
		of: ['työsuojelu', 'охрана труда'],
		say: `работодатель начальник не платит зарплату задерживает обманывает на работе невыплата переработка
			сверхурочные контракт трудовой договор отпускные увольнение незаконно нарушение прав на работе
			дискриминация эксплуатация травма на работе ночные смены АВИ тёсуоелу не заплатили зарплату не выплатили
			расчёт обманул работодатель работаю без договора чёрная работа нелегально минимальная зарплата отпуск не
			дают больничный не оплатили уволили несправедливо оскорбляют травля начальник кричит отработал не платят
			безопасность на работе заставляют работать палкка
			työnantaja pomo ei maksa palkkaa palkka maksamatta työsopimus ylityöt lomaraha syrjintä hyväksikäyttö
			laiton irtisanominen työtapaturma avi aluehallintovirasto employer boss unpaid wages salary not paid
			contract overtime discrimination exploitation workers rights ei saanut palkkaa palkkasaatava lomat
			kiusaaminen työpaikkakiusaaminen työaika pimeä työ irtisanominen laittomasti työehdot minimipalkka not
			paid for work bullying at work dismissed unfairly holiday pay workplace safety`,
	},
	{
		of: ['ytj', 'toiminimen'],
		say: `фирма предприниматель бизнес открыть фирму открыть бизнес свой бизнес компания ИП тоиминими стартап
			самозанятый ремесло лёгкое предпринимательство закрыть фирму открыть дело открыть ип частник работать на
			себя самозанятость салон фирму зарегистрировать предпринимательство регистрация компании закрыть дело
			юритюс тоими ними
			yritys yrittäjä toiminimi tmi oy firma perustaa yritys y-tunnus yrityksen lopettaminen kevytyrittäjä
			starttiraha start a business company entrepreneur self-employed sole trader business ID oma yritys
			aloittava yrittäjä laskuttaa kevytyrittäjyys prh freelancer register company own business`,
	},
	{
		of: ['enter finland'],
		say: `ВНЖ внж вид на жительство продление внж продлить постоянный ПМЖ пмж рабочий внж воссоединение семьи
			семья лупа олескелулупа олескелу разрешение на работу на пребывание карта иностранца потерял карту
			карточка внж запрос дополнительные бумаги документы для мигри убежище защита беженец статус виза
			украинец временная защита энтерфинланд аккаунт почта пароль энтер миграционная служба миграция вид на
			жительство закончился срок истёк карта иммигранта пермит рабочая виза учебная виза студенческий внж муж
			финн жена финна дети внж постоянное пребывание легально находиться депортация высылка отказ мигри подать
			онлайн оплатить пошлину приложить документы мигри просит загрузить электронное заявление
			олескелулупахакемус лупакортти продление лупы карточка лупы
			oleskelulupa jatkolupa pysyvä lupa lupa oleskelulupakortti työlupa perheenyhdistäminen turvapaikka
			lisäselvitys migri hakemus maahanmuuttovirasto eu-rekisteröinti viisumi residence permit extended
			extension renew permanent permit work permit family reunification asylum visa oleskeluluvan jatko
			opiskelijan lupa puoliso pysyvä oleskelulupa lisäasiakirjat käännyttäminen maahanmuutto residence card
			spouse student permit deportation immigration`,
	},
	{
		of: ['kamu'],
		say: `очередь сколько ждать ожидание решения когда решение место в очереди рассматривают заявление номер дела
			диаарномер чат бот мигри статус заявления долго сколько рассматривают когда придёт решение мигри ждать
			внж долго мигри молчит номер дневника дневниковый номер сколько человек передо мной стадия рассмотрения
			jono jonopaikka odotusaika kauanko käsittely kestää käsittelyaika päätös migri chat waiting time queue
			how long decision status application processing time kuinka kauan päätös kestää milloin päätös
			diaarinumero hakemuksen tila when will Migri decide queue position`,
	},
	{
		of: ['migrin ajanvaraus', 'запись на приём в мигри'],
		say: `записаться в мигри визит в мигри отпечатки пальцев биометрия показать оригиналы термин в мигри айка
			время карта внж получить потерял карту иммиграционная служба отменить визит время в мигри записаться на
			визит талон личная явка идентификация личности офис мигри очередь в офис подтвердить личность снять
			отпечатки фотография для внж аянвараус мигри
			migri aika varata aika sormenjäljet asiakirjojen esittäminen palvelupiste käynti immigration appointment
			fingerprints biometrics show documents book visit ajanvaraus oleskelulupakortti aika migriin`,
	},
	{
		of: ['suomen kansalaisuu', 'kansalaisuu', 'гражданство'],
		say: `гражданин финское гражданство стать гражданином второе двойное гражданство ребёнку гражданство паспорт
			гражданина финский паспорт натурализация сколько лет прожить присяга гражданка подать на гражданство
			документы на гражданство отказ в гражданстве требования язык для гражданства ребёнок гражданин
			kansalainen suomen passi kaksoiskansalaisuus kansalaisuushakemus asumisaika kielitaito nuhteettomuus
			citizen naturalisation dual nationality become Finnish kansalaisuuden saaminen hakea kansalaisuutta
			ehdot get Finnish passport requirements`,
	},
	{
		of: ['yki', 'языковой экзамен'],
		say: `язык экзамен по финскому тест по языку тест на язык сдать финский экзамен на гражданство средний уровень
			сертификат языка знание языка юки экзамены языковые сертификат о языке языковой тест сдать язык запись
			на экзамен места на экзамен результаты экзамена проверка языка уровень языка юки тести юкитести
			B1 keskitaso kielikoe kielitesti suomen kielen koe kielitodistus kielitutkinto tutkintopäivä
			ilmoittautuminen keskitaso language test language exam Finnish test certificate proficiency YKI-testi
			yki koe testi keskitason testi tulokset language certificate`,
	},
	{
		of: ['suomen kielen kurssi', 'курсы финского', 'finnishcourses'],
		say: `учить финский изучать язык выучить язык курсы языка занятия финским языковые курсы онлайн-курс вечерние
			курсы разговорный клуб школа финского начинающий учебник финский с нуля подучить финский уроки финского
			преподаватель финского бесплатные курсы языка вечером финский для взрослых группа языка школа языка
			говорить по-фински повысить уровень
			opiskella suomea oppia suomea kielikurssi suomikurssi alkeet keskustelukerho opiskelu learn Finnish
			language course study Finnish beginner classes suomen opetus iltakurssi verkkokurssi ilmainen kurssi
			suomea vapaaopisto kansalaisopisto työväenopisto evening course free classes speak Finnish`,
	},
	{
		of: ['opintopolku'],
		say: `поступить поступление учиться учёба вуз университет институт училище техникум колледж профессия получить
			образование школа для взрослых амми амматтикоулу лукио гимназия совместная подача ютейсхаку приём
			документов аттестат студент где учиться пойти учиться выучиться на повара медсестру профессия новая
			получить профессию специальность училища вузы экзамены вступительные приёмная кампания весенний набор
			место учёбы аммат диплом бакалавр магистр курсы профессиональные лукиот опинто полку
			yhteishaku hakea kouluun opiskelemaan ammattikoulu amis amk ammattikorkeakoulu yliopisto lukio
			opiskelupaikka koulutus koulu haku university college vocational school apply study place admission
			opinnot opiskella ammatti sairaanhoitajaksi tutkintoon pääsykoe maisteri haku kevät study become a nurse
			degree programme entrance exam`,
	},
	{
		of: ['tutkintojen tunnustaminen', 'признание диплома'],
		say: `диплом признать диплом нострификация иностранное образование российский диплом советский диплом аттестат
			подтвердить профессию врач медсестра учитель квалификация перевод диплома сравнение диплома валвира мой
			диплом из россии действует ли диплом образование за границей работать по специальности подтверждение
			диплома эквивалент врачебная лицензия право работать врачом учительский диплом
			tutkinto ulkomainen tutkinto todistus pätevyys rinnastaminen laillistus ammatinharjoittamisoikeus
			lääkäri sairaanhoitaja opettaja degree diploma foreign qualification recognise profession nurse teacher
			apostille todistukset ulkomailta tutkinnon tunnustus koulutus ulkomailla work as a doctor license`,
	},
	{
		of: ['infofinland'],
		say: `информация о Финляндии жизнь в Финляндии справочник для мигрантов на русском языке иммигрант переезд в
			Финляндию общий вопрос с чего начать сайт для иностранцев как жить в Финляндии инструкции на русском
			правила жизни полезная информация инфопанкки инфо финланд
			tietoa Suomesta maahanmuuttaja venäjäksi elämä Suomessa information about Finland in Russian living in
			Finland newcomer guide infopankki ohjeita maahanmuuttajalle useful information`,
	},
	{
		of: ['helsinki info', 'helsinki-info'],
		say: `консультация мигрантам приезжим хельсинки советы по-русски на русском вирка консультант город хельсинки
			справка хельсинки инфо для иностранцев хельсинки поговорить по-русски в хельсинки советник мигранта
			спросить в городе
			virka maahanmuuttajaneuvonta neuvonta Helsinki omalla kielellä venäjäksi kaupunki advice for immigrants
			Helsinki own language Russian`,
	},
	{
		of: ['kompassi'],
		say: `кафе встречи общение познакомиться куопио мигрантский центр языковое кафе клуб встреч помощь мигрантам
			куопио международный дом компасси сету пуйола беседа клуб куопио финский разговорный куопио мероприятия
			куопио друзья
			monikulttuurikeskus kohtaamispaikka kielikahvila kerho maahanmuuttaja kuopio language café meeting place
			multicultural immigrants Kuopio advice setlementti puijola`,
	},
];
