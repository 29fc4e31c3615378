import type { Situation } from './situation.ts';

/** Home, children, travel, post, library and help with devices. */
export const EVERYDAY: readonly Situation[] = [
	{
		of: ['hekan', 'heka'],
		say: `квартира снять квартиру городская квартира муниципальное жильё социальное жильё хельсинки дешёвая
			квартира очередь на квартиру аренда подать на квартиру съёмная жильё от города вуокра асунто камппа
			муниципальная квартира получить квартиру от города госжильё дом города стадин асунто дешёвое жильё
			подать на жильё
			asunto vuokra-asunto kaupungin asunto asuntohakemus kämppä halpa asunto helsinki asuntojono vuokralle
			city apartment flat rent rental council housing Helsinki cheap Helsingin kaupungin vuokra-asunnot
			hakemus asunnonhakija stadin asunto`,
	},
	{
		of: ['niiralan kulma'],
		say: `квартира снять квартиру городская квартира муниципальное жильё социальное жильё куопио дешёвая квартира
			аренда подать на квартиру съёмная жильё от города нийралан нирала кулма протечка ремонт жилец квартира в
			куопио жильё в куопио найти жильё куопио дом города куопио жильцы управляющая компания лифт сломался
			авария в доме отопление стирка сауна очередь куопион асунто
			asunto vuokra-asunto kaupungin asunto asuntohakemus kämppä kuopio vuokralle vikailmoitus city apartment
			flat rent rental council housing Kuopio huolto asukas vuokrasopimus irtisanominen`,
	},
	{
		of: ['yksityiset vuokra', 'частная аренда'],
		say: `квартира снять квартиру снять жильё аренда съём съёмная квартира комната снять комнату объявления хозяин
			риэлтор залог вуокраови ойкотие сдаётся арендовать такуу найти жильё ищу квартиру ищу комнату сдаю
			квартиру сдать квартиру жилец квартирант арендодатель хозяин квартиры договор аренды арендный договор
			однушка двушка без посредников асунтоилмоитус
			asunto vuokra-asunto vuokralle kämppä yksiö kaksio vuokranantaja takuuvuokra vuokraus soluasunto huone
			apartment flat room to rent landlord deposit rental ads etsin asuntoa vuokrata vuokraaja vuokralainen
			vuokrasopimus asuntoilmoitus kämppis tenant landlord lease looking for a flat studio`,
	},
	{
		of: ['varhaiskasvatushakemus helsing', 'детском саду хельсинки'],
		say: `садик детсад детский сад ясли место в садике устроить ребёнка в сад воспитатель пяйвякоти эдлево асти
			хельсинки плата за садик дошкольник пристроить ребёнка отдать ребёнка присмотр за ребёнком посидеть с
			ребёнком няня группа продлённого малыш в сад оплата садика кружок стади
			päiväkoti päiväkotipaikka tarha hoitopaikka päivähoito lapsi hoitoon esikoulu eskari edlevo asti päikky
			helsinki daycare kindergarten nursery preschool child care place Helsinki stadi stadin päiväkodit
			päiväkotiin päiväkotihakemus lastenhoito perhepäivähoito asiakasmaksu kerho lapsi päiväkotiin babysitter
			childminder put child in daycare`,
	},
	{
		of: ['varhaiskasvatukseen hakeminen kuopio', 'детский сад в куопио'],
		say: `садик детсад детский сад ясли место в садике устроить ребёнка в сад воспитатель пяйвякоти куопио плата
			за садик дошкольник пристроить ребёнка отдать ребёнка присмотр за ребёнком посидеть с ребёнком няня
			малыш в сад куопио
			päiväkoti päiväkotipaikka tarha hoitopaikka päivähoito lapsi hoitoon esikoulu eskari päikky kuopio
			daycare kindergarten nursery preschool child care place Kuopio kuopion päiväkodit päiväkotiin
			päiväkotihakemus lastenhoito perhepäivähoito asiakasmaksu babysitter childminder`,
	},
	{
		of: ['wilma'],
		say: `школа школьный дневник уроки домашнее задание домашка оценки отметки расписание уроков учитель
			учительница пропуск прогул заболел ребёнок отметить болезнь родительское собрание класс ученик вилма
			вильма родители школьник дочка сын первоклассник первый класс ученица классный руководитель двойка
			прогулял отсутствовал болел не придёт в школу отпросить написать учителю ответить учителю сообщение из
			школы школьный портал электронный дневник успеваемость экзамены каникулы
			koulu läksyt kotitehtävät arvosanat poissaolo opettaja lukujärjestys numerot luokka huoltaja school
			homework grades teacher absence timetable marks parents class koululainen oppilas viesti opettajalle
			lapsi sairas kipeä poissaoloilmoitus koe todistus lukuvuosi luokanopettaja vanhempainilta message to
			teacher child is sick from school pupil grades`,
	},
	{
		of: ['traficomin oma asiointi', 'услуги traficom'],
		say: `права водительские права водительское удостоверение обменять права поменять русские права замена прав
			продлить права машина авто автомобиль тачка купил машину продал машину переоформить поставить на учёт
			снять с учёта техпаспорт владелец машины дорожный налог автоналог техосмотр прицеп мотоцикл номера
			аёкортти трафиком истекли права просрочены права закончились права потерял права замена водительских
			иностранные права водительская карточка категория прав шофёр водитель медкомиссия справка для прав
			дубликат прав машину на другого переписать машину машину купить продажа авто подержанная владелец
			автомобиля регистрация авто автомобильный налог штраф за машину утилизация снять с учёта лодка каттер
			номерной знак айокортти айокорти траффиком
			ajokortti kortti uusia ajokortti vaihtaa ulkomainen ajokortti auto auton myynti osto omistajanvaihdos
			rekisteröinti rekisteriote liikennekäytöstä poisto ajoneuvovero katsastus mopo moottoripyörä driving
			licence driver license exchange renew car sell buy vehicle owner registration vehicle tax ajokortin
			uusinta ajokortti hukassa ajolupa auton rekisteröinti omistajan vaihto auton osto veneen rekisteröinti
			rekisterikilpi romutus lost driving licence expired licence exchange foreign licence sell my car boat
			register number plate scrap`,
	},
	{
		of: ['ajovarma'],
		say: `экзамен на права теория вождение сдать на права автошкола экзамен по вождению теоретический тест
			инссиайо инсси айоварма получить права учиться водить получить водительское водительский экзамен сдать
			вождение завалил экзамен пересдача правила дорожного движения пдд автошкола теория на русском
			ajokoe teoriakoe inssi inssiajo autokoulu ajokortti kuljettajantutkinto ajo-opetus driving test theory
			test driving school exam ajokokeen varaus teoria autokouluun ajokokeeseen learn to drive book a driving
			test`,
	},
	{
		of: ['hsl'],
		say: `автобус метро трамвай электричка проездной билет на автобус проезд хельсинки эспоо вантаа транспорт
			маршрут штраф контролёр карта на проезд льготный билет пенсионеру бусси-карта бассикортти юна ратикка
			билетик проезд в метро городской транспорт столичный транспорт оплатить проезд зоны абонемент на месяц
			контроль штраф без билета пригородный поезд паром суоменлинна приложение для билетов как доехать дорога
			по хельсинки жетон
			bussi metro raitiovaunu ratikka lähijuna lippu kausilippu matkakortti bussikortti bussilippu
			joukkoliikenne aikataulu reittiopas sakko tarkastusmaksu bus tram metro train ticket travel card
			transport Helsinki route dösa spåra sporat matkalippu vyöhyke kuukausilippu eläkeläisen lippu alennus
			kertalippu lähijunat monthly ticket fare fine zone commuter train ferry how to get`,
	},
	{
		of: ['vr ja matkahuolto', 'поезда vr'],
		say: `поезд поезда билет на поезд железная дорога вокзал электричка междугородний автобус автовокзал поездка
			юна посылка маткахуолто билет в другой город расписание поездов пендолино вернуть билет поехать в другой
			город съездить в хельсинки из куопио ехать на поезде жд билеты ночной поезд дальний автобус онни бас
			экспрессбус автобусный билет до тампере турку йоэнсуу оулу лаппеенранта аэропорт поменять билет
			juna junalippu junat bussi linja-auto pikavuoro matka rautatie asema aikataulu lippu peruutus
			kaukoliikenne train ticket railway coach long-distance bus station travel trip onnibus matkustaa toiseen
			kaupunkiin kaukojuna pitkän matkan bussi pakettien lähetys yöjuna travel to another city long distance
			night train bus to`,
	},
	{
		of: ['vilkku'],
		say: `автобус куопио автобусы проездной билет на автобус транспорт расписание автобусов маршрут вилку бусси
			бассикортти городской автобус маршрутка ездить на автобусе куопио транспортная карта оплатить проезд в
			куопио виллкку приложение вилкку абонемент
			bussi bussikortti bussilippu lippu matkakortti joukkoliikenne aikataulu reitti bussiaikataulu kuopio bus
			ticket travel card timetable local transport Kuopio kuopion bussit linja waltti kertalippu kausikortti
			city bus fare`,
	},
	{
		of: ['omaposti'],
		say: `почта посылка посылки пакет бандероль отследить посылку где моя посылка не пришла доставка трекинг пости
			письмо потерялось счёт электронный счёт ласку тулли таможня почтовый автомат почтовое отделение получить
			посылку забрать посылку извещение посылка застряла потеряли посылку посылка из россии из китая послать
			письмо отправить посылку почтальон доставили не туда почтовый индекс перенаправить почту на время
			отпуска ома пости почтамат
			posti paketti paketin seuranta lähetys seurantatunnus toimitus postiautomaatti saapumisilmoitus lasku
			kirje tulli parcel package tracking delivery post mail invoice customs paketti hukassa paketti ei tullut
			lähettää paketti kirjeen lähetys jakelu postinkanto noutaa paketti lost parcel send a letter pick up
			parcel post office`,
	},
	{
		of: ['digituki', 'цифровая помощь'],
		say: `помощь с телефоном помощь с компьютером научиться пользоваться научить компьютер комп ноутбук планшет
			смартфон телефон не умею не понимаю интернет программа приложение установить мышка урок занятия курсы
			компьютерные для пожилых для пенсионеров кто поможет по-русски на русском языке настроить телефон
			тормозит сломался компьютер помогите с телефоном настроить смартфон настроить почту скайп ватсап вайбер
			электронная почта пароль забыл обновить не работает интернет вайфай принтер завис зависает тормозит
			глючит экран клавиатура флешка сохранить фото отправить письмо по почте по электронной научиться
			интернету пользоваться интернетом цифровая грамотность компьютерная грамотность безграмотный не
			разбираюсь в технике техника айпад айфон андроид дигитуки
			tietokone apua tietokoneen kanssa puhelin älypuhelin tabletti läppäri netti opastus opetus digiapu
			kännykkä neuvontaa nettiasiat atk kurssi seniori computer help phone smartphone tablet laptop internet
			teach learn device digital skills support digi wifi nettiyhteys sähköposti sovellus ohjelma päivitys
			jumissa kone atk-apu laitteet tulostin skype opettaa käyttämään wifi email app printer update frozen
			teach me to use skype gadget basics`,
	},
	{
		of: ['seniorsurf'],
		say: `пожилой пожилые пенсионер пенсионеры бабушка дедушка старики старый человек помощь с телефоном с
			компьютером планшет научить бабушку пользоваться занятия для пожилых на расстоянии доброволец волонтёр
			для пожилых людей люди в возрасте третий возраст престарелый ветеран обучение пенсионеров скайп внукам
			видеозвонок икя дигитуки сеньор сеньоры по телефону помощь на дому с техникой
			ikäihminen seniori vanhus mummo vaari isoäiti eläkeläinen tietokone puhelin tabletti opastus
			vapaaehtoinen etäopastus elderly senior seniors pensioner grandmother computer phone tablet help
			volunteer remote vanhuksille ikääntynyt eläkeläisille opetusta etätuki vertaisopastaja videopuhelu older
			people aged remote support video call`,
	},
	{
		of: ['kirjasto', 'библиотека'],
		say: `книга книги читать почитать читательский билет взять книгу вернуть книгу продлить книги русские книги
			фильм распечатать распечатка ксерокс копия скан сканировать принтер компьютер в библиотеке бесплатный
			компьютер интернет кирьясто кирасто литература роман русская литература учебник взять почитать сдать
			книги просрочил книгу штраф за книгу читальный зал газеты журналы детские книги сказки аудиокнига
			электронная книга кино музыка игры бесплатно напечатать ксерокопия отсканировать сделать копию
			копировать тулостус рабочее место помещение комната
			helmet kirja kirjat lainata laina palauttaa lainaaja kirjastokortti tulostaa tulostus kopio skannata
			tulostin lehdet e-kirja book books borrow library card print printing copy scan computer venäjänkieliset
			kirjat lainata kirja palautus myöhästymismaksu varaus äänikirja lukea monistaa kopioida skanneri Russian
			books return a book read newspapers photocopy scanner`,
	},
];
