import type { Situation } from './situation.ts';

/** Proving who one is, acting for another, official post, registers and papers. */
export const IDENTITY: readonly Situation[] = [
	{
		of: ['suomi.fi tunnistus', 'идентификация suomi'],
		say: `войти вход залогиниться авторизация авторизоваться логин подтвердить личность не пускает на сайт
			страница входа ошибка входа не могу войти не получается войти ошибка при входе госуслуги государственный
			сайт двухфакторная суоми фи туннистус сильная идентификация сайт не открывается истекло время
			проверочный код
			tunnistautuminen tunnistautua kirjautuminen kirjautua sisään vahva tunnistus ei pääse log in login sign
			in identify identification authentication`,
	},
	{
		of: ['verkkopankkitunnu', 'pankkitunnu', 'банковские коды'],
		say: `интернет-банк онлайн-банк банк пароль пин код приложение банка коды от банка счёт в банке открыть счёт
			карта банка карточка заблокировали новый телефон забыла пароль нордеа нордея ОП данске открыть
			банковский счёт новый счёт без счёта отказали в счёте иностранцу банк заблокировал карту потерял карту
			банковская карточка кредитка дебетовая банкомат одноразовые пароли распечатка кодов пропали коды
			тунуслуку пангит пангкиттуннуксет перевести деньги оплатить счёт через интернет С-банк алендсбанкен
			PIN tunnukset tunnusluvut pankki pankkitili tili pankkikortti verkkopankki mobiilipankki pankkisovellus
			uusi puhelin salasana unohtui bank codes online bank account bank app password bank card tilin avaaminen
			avata tili kortti hukassa tunnuslukulaite maksaa lasku pankkiasiat ulkomaalainen pankki open an account
			lost card blocked`,
	},
	{
		of: ['mobiilivarmenne', 'мобильный сертификат'],
		say: `симка сим-карта оператор телефонная подпись элиса телия варменне сотовый оператор договор на телефон
			мобильная идентификация мобильная подпись вход по телефону вход через телефон платный тариф стоит
			DNA Elisa Telia puhelinliittymä SIM-kortti varmenne operaattori SIM card phone ID mobile ID liittymä
			kännykällä kirjautuminen puhelimella tunnistautuminen`,
	},
	{
		of: ['henkilökortin kansalaisvarmenne', 'kansalaisvarmenne', 'сертификат на удостоверении'],
		say: `чип картридер ридер считыватель карт айди карта ID-карта пин-код удостоверения вход без банка
			удостоверение с чипом активация пин код карты полиция активировать вход по карте
			kortinlukija siru henkilökortilla tunnistautuminen card reader chip ID card certificate`,
	},
	{
		of: ['finnish authenticator'],
		say: `аутентикатор аутентификатор вход без финского кода нет личного кода иностранец без хету нет банка
			украина украинский паспорт приложение для входа российский паспорт загранпаспорт заграничный
			ulkomaalainen ilman henkilötunnusta tunnistussovellus ilman pankkitunnuksia foreigner without Finnish
			identity code no bank codes authenticator app ulkomaan passi`,
	},
	{
		of: ['suomi.fi viestit', 'сообщения suomi', 'suomi.fi messages'],
		say: `почтовый ящик официальные письма письмо от государства бумажная почта бумажные письма решения приходят
			уведомление новое сообщение электронная почта от ведомств электронные решения отключить отказаться
			вернуть бумагу прочитать письмо пришло письмо от ведомства извещение не вижу письма ящик официальная
			корреспонденция перестали приходить бумаги по почте цифровая почта
			viestit viranomaisposti virallinen posti sähköinen postilaatikko paperikirje paperiposti kirje päätös
			official mail letters from authorities digital mailbox paper letters ilmoitus uusi viesti kirjeet eivät
			tule`,
	},
	{
		of: ['suomi.fi valtuudet', 'полномочия suomi', 'доверенность'],
		say: `доверить доверенное лицо за другого вместо меня за маму за отца за бабушку за мужа сын дочь помогает
			родителям вести дела родителей платить за меня забрать лекарства чужие дела по доверенности
			представитель родственник власть поручить помогать пожилой маме помогать отцу внук внучка невестка
			соцработник может за меня за ребёнка от имени от лица получить чужие лекарства аптека за другого
			посмотреть рецепты мамы дать право дать доступ валтуус валтакирья взять на себя дела
			valtakirja valtuuttaa valtuutus puolesta asiointi toisen puolesta äidin asiat vanhempien asiat omainen
			power of attorney authorise on behalf of my mother parents mandate apteekki äidin lääkkeet lapsen
			puolesta hoitaa asioita toisen nimissä oikeus asioida`,
	},
	{
		of: ['edunvalvonta', 'опека'],
		say: `опекун опекунство недееспособный деменция альцгеймер потеря памяти слабоумие старый отец старая мать не
			понимает не помнит не справляется не может распоряжаться деньгами доверенность на старость пожилой
			родитель слёг инсульт кома лежачий родственник сиротские дела опекунский совет попечитель попечительство
			душевнобольной психически больной распоряжается имуществом продать дом родителей эдунвалвоя завещать
			дела
			edunvalvoja holhooja dementia muistisairaus muistisairas alzheimer ei pysty hoitamaan raha-asioita
			vanhus guardian guardianship dementia memory loss elderly cannot manage own affairs aivohalvaus kooma
			laitoksessa omaisuus raha-asiat sukulainen stroke coma trustee`,
	},
	{
		of: ['suomi.fi palveluhaku', 'поиск услуг suomi'],
		say: `все услуги каталог список услуг найти учреждение где находится контора палвелу адрес учреждения какие
			есть услуги найти услугу сервис учреждения часы работы
			viranomaiset palvelut palvelupiste aukioloajat kaikki palvelut find public services office directory
			palveluhakemisto`,
	},
	{
		of: ['kansalaisneuvonta', 'консультационная линия'],
		say: `куда звонить куда обратиться какое ведомство кого спросить не знаю куда общий вопрос справочная горячая
			линия подсказать совет телефон для вопросов общая консультация с чего начать растерялась запуталась не
			понимаю чем можете помочь помощь с госуслугами подскажите куда идти
			minne soittaa mihin ottaa yhteyttä en tiedä neuvontanumero kuka neuvoo yleinen neuvonta kysymys who to
			call which authority general question helpline advice neuvo apua en tiedä mistä aloittaa ongelma kenelle
			soitan where do I start I do not know whom to ask`,
	},
	{
		of: ['muuttoilmoitus', 'уведомление о переезде'],
		say: `переезд переехать переехала переезжаю сменить адрес смена адреса новый адрес прописка прописаться новая
			квартира выписаться сообщить на почту уезжаю из Финляндии выезд за границу переезжаем переселение
			переехали съезжаю место жительства поменялся адрес другой город уведомить почту переадресация
			регистрация по адресу муутто адрес для писем
			muutto muutan muutin osoite osoitteenmuutos uusi osoite uusi asunto muutto ulkomaille moving moved house
			new address change address relocation asuinpaikka asunnon vaihto kirjeet uuteen osoitteeseen new flat
			new home forward mail`,
	},
	{
		of: ['ulkomaalaisen rekister', 'henkilötunnus', 'регистрация иностранца'],
		say: `хету соту сотукоди персональный код номер личный номер финский номер социальный номер прописка магистрат
			маистраатти недавно приехал приехавший зарегистрироваться в Финляндии место жительства котикунта местная
			прописка регистр населения муниципалитет получить хету идентификационный номер без номера впервые
			приехал первая регистрация новичок с семьёй дети личный код новорождённый за границей внести в регистр
			двв коти кунта
			hetu sotu henkilötunnus henkilönumero maistraatti kotikunta väestörekisteri väestötietojärjestelmä
			rekisteröityminen personal identity code social security number population register local register
			office municipality newcomer saapui Suomeen ensimmäinen rekisteröinti first registration arrived in
			Finland`,
	},
	{
		of: ['dvv n todistu', 'справки dvv', 'dvv certificates', 'elossaolotodistus'],
		say: `справка выписка магистрат маистраатти жив что жив ПФР пенсионный фонд россии российская пенсия
			подтверждение справка о семейном положении справка о проживании справка о составе семьи свидетельство о
			рождении печать апостиль нотариус бумага документ о том что не замужем не женат холост прописан справка
			с места жительства зарегистрирован сведения из регистра справка для пенсии за границей жизнь подтвердить
			что живая тодистус справка для консульства выписка из регистра о смерти умер свидетельство о смерти
			elossaolotodistus virkatodistus ote väestötietojärjestelmästä maistraatti asuinpaikka siviilisääty
			certificate extract proof of life proof of address residence certificate notary apostille kuolintodistus
			perukirja sukuselvitys syntymätodistus naimaton todistus ote death certificate birth certificate single
			unmarried proof`,
	},
	{
		of: ['avioliitto', 'брак, имя', 'брак имя'],
		say: `жениться выйти замуж свадьба пожениться расписаться заключить брак женитьба развод развестись
			разводиться супруг сменить имя новая фамилия фамилия назвать ребёнка имя младенца отцовство
			свидетельство о браке магистрат молодожёны загс бракосочетание регистрация брака за границей брак с
			финном жена муж отец ребёнка признать отцовство девичья фамилия изменить имя дать имя новорождённому
			венчание умер супруг вдова авиолиитто нимен муутос
			naimisiin häät vihkiminen avioero ero sukunimi sukunimen vaihto etunimi nimenmuutos lapsen nimi isyys
			esteiden tutkinta marry wedding divorce change surname last name name of a baby paternity leski isyyden
			tunnustaminen ulkomailla solmittu avioliitto given name wedding abroad`,
	},
	{
		of: ['poliisin lupa', 'passi', 'полиция паспорт'],
		say: `загранпаспорт загран паспорт финский паспорт потерял паспорт просрочен замена паспорта айди-карта
			удостоверение личная карта хенкилокортти хенккарит фото на паспорт лупапалвелу разрешение на оружие
			полицейский участок биометрический паспорт паспорт ребёнку загранник истёк паспорт срок паспорта
			закончился оформить паспорт забрать паспорт удостоверение иностранца документ личности айди фото пасси
			пасспорт временный паспорт
			passihakemus passikuva henkilökortti henkkarit henkilöllisyystodistus passi vanhentunut passi hukassa
			ajanvaraus poliisille aselupa passport renew lost expired identity card ID card appointment photo police
			passin voimassaolo lapsen passi pikapassi poliisilaitos travel document child's passport`,
	},
];
