import type { Situation } from './situation.ts';

/** Proving who one is, acting for another, official post, registers and papers. */
export const IDENTITY: readonly Situation[] = [
	{
		of: ['suomi.fi tunnistus', 'идентификация suomi'],
		say: `войти вход залогиниться авторизация авторизоваться логин подтвердить личность не пускает на сайт страница
			входа ошибка входа tunnistautuminen tunnistautua kirjautuminen kirjautua sisään vahva tunnistus ei pääse
			log in login sign in identify identification authentication не могу войти не получается войти ошибка при
			входе госуслуги государственный сайт двухфакторная суоми фи туннистус сильная идентификация сайт не
			открывается истекло время проверочный код`,
	},
	{
		of: ['verkkopankkitunnu', 'pankkitunnu', 'банковские коды'],
		say: `интернет-банк онлайн-банк банк пароль пин PIN код приложение банка коды от банка счёт в банке открыть
			счёт карта банка карточка заблокировали новый телефон забыла пароль нордеа нордея ОП данске tunnukset
			tunnusluvut pankki pankkitili tili pankkikortti verkkopankki mobiilipankki pankkisovellus uusi puhelin
			salasana unohtui bank codes online bank account bank app password bank card открыть банковский счёт новый
			счёт без счёта отказали в счёте иностранцу банк заблокировал карту потерял карту банковская карточка
			кредитка дебетовая банкомат одноразовые пароли распечатка кодов пропали коды тунуслуку пангит
			пангкиттуннуксет перевести деньги оплатить счёт через интернет С-банк алендсбанкен tilin avaaminen avata
			tili kortti hukassa tunnuslukulaite maksaa lasku pankkiasiat ulkomaalainen pankki open an account lost
			card blocked`,
	},
	{
		of: ['mobiilivarmenne', 'мобильный сертификат'],
		say: `симка сим-карта оператор телефонная подпись DNA Elisa Telia элиса телия варменне puhelinliittymä
			SIM-kortti varmenne operaattori SIM card phone ID mobile ID сотовый оператор договор на телефон мобильная
			идентификация мобильная подпись вход по телефону вход через телефон платный тариф стоит liittymä
			kännykällä kirjautuminen puhelimella tunnistautuminen`,
	},
	{
		of: ['henkilökortin kansalaisvarmenne', 'kansalaisvarmenne', 'сертификат на удостоверении'],
		say: `чип картридер ридер считыватель карт айди карта ID-карта пин-код удостоверения вход без банка
			kortinlukija siru henkilökortilla tunnistautuminen card reader chip ID card certificate удостоверение с
			чипом активация пин код карты полиция активировать вход по карте`,
	},
	{
		of: ['finnish authenticator'],
		say: `аутентикатор аутентификатор вход без финского кода нет личного кода иностранец без хету нет банка
			ulkomaalainen ilman henkilötunnusta tunnistussovellus ilman pankkitunnuksia foreigner without Finnish
			identity code no bank codes authenticator app украина украинский паспорт приложение для входа российский
			паспорт загранпаспорт заграничный ulkomaan passi`,
	},
	{
		of: ['suomi.fi viestit', 'сообщения suomi', 'suomi.fi messages'],
		say: `почтовый ящик официальные письма письмо от государства бумажная почта бумажные письма решения приходят
			уведомление новое сообщение электронная почта от ведомств электронные решения отключить отказаться
			вернуть бумагу viestit viranomaisposti virallinen posti sähköinen postilaatikko paperikirje paperiposti
			kirje päätös official mail letters from authorities digital mailbox paper letters прочитать письмо пришло
			письмо от ведомства извещение не вижу письма ящик официальная корреспонденция перестали приходить бумаги
			по почте цифровая почта ilmoitus uusi viesti kirjeet eivät tule`,
	},
	{
		of: ['suomi.fi valtuudet', 'полномочия suomi', 'доверенность'],
		say: `доверить доверенное лицо за другого вместо меня за маму за отца за бабушку за мужа сын дочь помогает
			родителям вести дела родителей платить за меня забрать лекарства чужие дела по доверенности представитель
			родственник valtakirja valtuuttaa valtuutus puolesta asiointi toisen puolesta äidin asiat vanhempien
			asiat omainen власть поручить power of attorney authorise on behalf of my mother parents mandate помогать
			пожилой маме помогать отцу внук внучка невестка соцработник может за меня за ребёнка от имени от лица
			получить чужие лекарства аптека за другого посмотреть рецепты мамы дать право дать доступ валтуус
			валтакирья взять на себя дела apteekki äidin lääkkeet lapsen puolesta hoitaa asioita toisen nimissä
			oikeus asioida`,
	},
	{
		of: ['edunvalvonta', 'опека'],
		say: `опекун опекунство недееспособный деменция альцгеймер потеря памяти слабоумие старый отец старая мать не
			понимает не помнит не справляется не может распоряжаться деньгами доверенность на старость edunvalvoja
			holhooja dementia muistisairaus muistisairas alzheimer ei pysty hoitamaan raha-asioita vanhus guardian
			guardianship dementia memory loss elderly cannot manage own affairs пожилой родитель слёг инсульт кома
			лежачий родственник сиротские дела опекунский совет попечитель попечительство душевнобольной психически
			больной распоряжается имуществом продать дом родителей эдунвалвоя завещать дела aivohalvaus kooma
			laitoksessa omaisuus raha-asiat sukulainen stroke coma trustee`,
	},
	{
		of: ['suomi.fi palveluhaku', 'поиск услуг suomi'],
		say: `все услуги каталог список услуг найти учреждение где находится контора палвелу адрес учреждения
			viranomaiset palvelut palvelupiste aukioloajat kaikki palvelut find public services office directory
			какие есть услуги найти услугу сервис учреждения часы работы palveluhakemisto`,
	},
	{
		of: ['kansalaisneuvonta', 'консультационная линия'],
		say: `куда звонить куда обратиться какое ведомство кого спросить не знаю куда общий вопрос справочная горячая
			линия подсказать совет телефон для вопросов общая консультация minne soittaa mihin ottaa yhteyttä en
			tiedä neuvontanumero kuka neuvoo yleinen neuvonta kysymys who to call which authority general question
			helpline advice с чего начать растерялась запуталась не понимаю чем можете помочь помощь с госуслугами
			подскажите куда идти neuvo apua en tiedä mistä aloittaa ongelma kenelle soitan where do I start I do not
			know whom to ask`,
	},
	{
		of: ['muuttoilmoitus', 'уведомление о переезде'],
		say: `переезд переехать переехала переезжаю сменить адрес смена адреса новый адрес прописка прописаться новая
			квартира выписаться сообщить на почту уезжаю из Финляндии выезд за границу muutto muutan muutin osoite
			osoitteenmuutos uusi osoite uusi asunto muutto ulkomaille moving moved house new address change address
			relocation переезжаем переселение переехали съезжаю место жительства поменялся адрес другой город
			уведомить почту переадресация регистрация по адресу муутто адрес для писем asuinpaikka asunnon vaihto
			kirjeet uuteen osoitteeseen new flat new home forward mail`,
	},
	{
		of: ['ulkomaalaisen rekister', 'henkilötunnus', 'регистрация иностранца'],
		say: `хету hetu соту sotu сотукоди персональный код номер личный номер финский номер социальный номер прописка
			магистрат маистраатти недавно приехал приехавший зарегистрироваться в Финляндии место жительства
			котикунта местная прописка регистр населения муниципалитет henkilötunnus henkilönumero maistraatti
			kotikunta väestörekisteri väestötietojärjestelmä rekisteröityminen personal identity code social security
			number population register local register office municipality newcomer получить хету идентификационный
			номер без номера впервые приехал первая регистрация новичок с семьёй дети личный код новорождённый за
			границей внести в регистр дваваяэ двв коти кунта saapui Suomeen ensimmäinen rekisteröinti first
			registration arrived in Finland`,
	},
	{
		of: ['dvv n todistu', 'справки dvv', 'dvv certificates', 'elossaolotodistus'],
		say: `справка выписка магистрат маистраатти жив что жив ПФР пенсионный фонд россии российская пенсия
			подтверждение справка о семейном положении справка о проживании справка о составе семьи свидетельство о
			рождении печать апостиль нотариус elossaolotodistus virkatodistus ote väestötietojärjestelmästä
			maistraatti asuinpaikka siviilisääty certificate extract proof of life proof of address residence
			certificate notary apostille бумага документ о том что не замужем не женат холост прописан справка с
			места жительства зарегистрирован сведения из регистра справка для пенсии за границей жизнь подтвердить
			что живая тодистус справка для консульства выписка из регистра о смерти умер свидетельство о смерти
			kuolintodistus perukirja sukuselvitys syntymätodistus naimaton todistus ote death certificate birth
			certificate single unmarried proof`,
	},
	{
		of: ['avioliitto', 'брак, имя', 'брак имя'],
		say: `жениться выйти замуж свадьба пожениться расписаться заключить брак женитьба развод развестись разводиться
			супруг сменить имя новая фамилия фамилия назвать ребёнка имя младенца отцовство свидетельство о браке
			магистрат naimisiin häät vihkiminen avioero ero sukunimi sukunimen vaihto etunimi nimenmuutos lapsen nimi
			isyys esteiden tutkinta marry wedding divorce change surname last name name of a baby paternity
			молодожёны загс бракосочетание регистрация брака за границей брак с финном жена муж отец ребёнка признать
			отцовство девичья фамилия изменить имя дать имя новорождённому венчание умер супруг вдова авиолиитто
			нимен муутос leski isyyden tunnustaminen ulkomailla solmittu avioliitto given name wedding abroad`,
	},
	{
		of: ['poliisin lupa', 'passi', 'полиция паспорт'],
		say: `загранпаспорт загран паспорт финский паспорт потерял паспорт просрочен замена паспорта айди-карта
			удостоверение личная карта хенкилокортти хенккарит фото на паспорт лупапалвелу разрешение на оружие
			полицейский участок passihakemus passikuva henkilökortti henkkarit henkilöllisyystodistus passi
			vanhentunut passi hukassa ajanvaraus poliisille aselupa passport renew lost expired identity card ID card
			appointment photo police биометрический паспорт паспорт ребёнку загранник истёк паспорт срок паспорта
			закончился оформить паспорт забрать паспорт удостоверение иностранца документ личности айди фото пасси
			пасспорт временный паспорт passin voimassaolo lapsen passi pikapassi poliisilaitos travel document
			child's passport`,
	},
];
