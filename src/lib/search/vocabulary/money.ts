import type { Situation } from './situation.ts';

/** Benefits, pensions, taxes, debts. */
export const MONEY: readonly Situation[] = [
	{
		of: ['omakela'],
		say: `кела каэла келовский сайт келы войти в келу приложить документ справку фото документа загрузить
			документы вложение ответ от келы решение келы письмо в келу сообщение в келу позвонить переводчик
			тулккаус когда придут деньги выплата заявка в келу подать заявление сайт келы страница келы кабинет в
			келе войти в личный кабинет отказ келы не согласен с решением пожаловаться на келу келовские деньги
			келашка послать справку скан квитанции дополнительная информация кела просит документы устный перевод
			переводчик заказать очередь в келу запись в келу визит офис келы телефон келы
			kelan sivut kelan päätös liite liitteet lähettää tulkki tulkkaus viesti kelalle hakemus kelaan
			maksupäivä kirjautua kelaan kela website upload attachment interpreter decision payment date ajanvaraus
			kela kelan toimisto kelan puhelinpalvelu lisäselvitys valitus kelan päätöksestä oma kela send documents
			to Kela`,
	},
	{
		of: ['yleistuki', 'työmarkkinatu', 'peruspäiväraha', 'общее пособие'],
		say: `безработица по безработице безработный без работы остался без работы нет работы потерял работу уволили
			увольнение сократили деньги безработному кела платит тюмаркина биржа тюоттомюус карентсия карентс
			карантин пособие рынка труда вместо рынка труда тёмаркинатуки работы нет денег дни безработицы заявление
			о днях встал на биржу без дохода потеря работы лишился работы сократили с работы нет зарплаты сидим без
			денег пособие безработного тюёттёмюус пайвараха пяйвяраха каренси ожидание пособия безработные выплаты
			деньги от биржи общее пособие
			työttömyys työtön työttömyysraha työttömyystuki työttömyyspäiväraha työttömyysturva irtisanottu potkut
			karenssi työttömyysaika unemployment unemployed benefit laid off lost job dole jobless money työnhakijan
			tuki ilman työtä päiväraha työmarkkinatuki työmarkkinatuen perus unemployed money no work`,
	},
	{
		of: ['ytk', 'omaytk', 'työttömyyskassa'],
		say: `касса профсоюз профсоюзная членские взносы вступить в кассу заработное пособие от зарплаты безработный
			уволили пособие по безработице из кассы анси ансиосидоннайнен лииккто ютк кассы безработицы профсоюзная
			касса относительное пособие процент от зарплаты взносы вступил стаж в кассе кассан касса ансиопайва
			тюёттёмюускасса аммаркасса амматтилиитто
			työttömyyskassa kassa ansiosidonnainen ansiopäiväraha jäsenmaksu liittyä kassaan liitto työttömyys
			irtisanottu unemployment fund earnings-related allowance member membership fee union ammattiliitto
			jäsenyys liiton päivärahat ansio`,
	},
	{
		of: ['asumistu', 'пособие на жил'],
		say: `квартплата аренда квартиры платить за квартиру помощь с квартирой деньги на квартиру снимаю квартиру
			субсидия жилищное жильё дорогое коммуналка за аренду вуокра вуокран снимаем квартиру дорогая квартира
			доплата за жильё арендная плата квартирная плата вода отопление коммунальные квартирное пособие доплата
			пенсионеру за жильё аумистуки
			vuokra vuokraan vuokranmaksu asumiskulut asumismenot tukea vuokraan eläkeläisen asumistuki rent help
			paying rent apartment costs housing benefit asumistuen tarkistus vuokratuki asumisen tuki kallis vuokra
			asumislisä omistusasunto help with rent expensive rent housing support`,
	},
	{
		of: ['perustoimeentulotu', 'toimeentulotu', 'базовое социальное'],
		say: `тоймари тойми тоимеентуло социал соцпособие социальная помощь соцпомощь соцработник соцсумма соска сосу
			соссу нет денег не хватает на жизнь на еду нищета бедность бедный прожиточный минимум минималка
			последние деньги оплатить лекарства оплатить электричество счёт за свет малоимущий пустой холодильник
			голод кончились деньги совсем без денег остались без средств средства к существованию не на что жить
			жить не на что купить еду продукты питание очередь за едой нет средств финансовая помощь материальная
			помощь пособие бедным оплатить счёт нечем платить социалка социальный минимум социальные деньги
			соцзащита велфер
			toimari toimeentulo sossu sosiaalitoimisto sosiaalituki rahat loppu köyhyys ruokaraha ei rahaa rahat
			eivät riitä sähkölasku no money for food poor poverty social welfare income support last resort
			tarveharkintainen varaton rahaton ei varaa ruokaan lääkkeisiin avustus viimesijainen sossusta broke
			cannot afford food medicine welfare financial help`,
	},
	{
		of: ['lapsiperh', 'lapsilisä', 'пособия семьям с детьми'],
		say: `детские детское пособие на ребёнка деньги на ребёнка материнские декрет декретный беременная
			беременность роды родила родился младенец новорождённый малыш материнская коробка бэйби-бокс отпуск по
			уходу отцовский отпуск родительский сидеть дома с ребёнком алименты элатусмаксу элатустуки многодетные
			мамочка дети ребёнок дочь сын пособия детям лапси родители-одиночки мать-одиночка одинокая мама
			декретные беременность постановка на учёт вауват выплаты на детей материнский капитал пособие по уходу
			няня дома ребёнок дома эатиюс айтиюс айтюслома
			lapsiraha vauva raskaus raskaana äitiyspakkaus äitiysloma isyysloma vanhempainvapaa hoitovapaa kotihoito
			elatustuki elatusapu child money baby pregnant maternity paternity parental leave maternity box child
			support home care allowance äitiysraha vanhempainraha isyysraha synnytys hoitoraha perhevapaa
			yksinhuoltaja lapset etuus single mother newborn family benefit parents money`,
	},
	{
		of: ['kansaneläke', 'takuueläke', 'kelan eläk', 'пенсии кела'],
		say: `пенсия пенсия по старости по возрасту маленькая пенсия минимальная пенсия не хватает пенсии инвалидность
			пенсия по инвалидности пенсионер эляке надбавка за уход народная российская пенсия вместе переселенец
			ингерманландец добавка к пенсии прибавка к пенсии надбавка пожилым маленькая финская пенсия пенсия
			иммигранту пенсия переехавшим пенсия без стажа инвалид инвалидность группа инвалидности вдовья пенсия
			пенсия по потере кормильца вдова похороны пособие на уход за собой
			eläke eläkkeelle eläkeläinen pieni eläke vanhuuseläke työkyvyttömyyseläke hoitotuki maahanmuuttajan
			eläke pension pensioner old age low pension disability pension takuu eläke kansan eläke lisä eläkkeeseen
			leskeneläke perhe-eläke vammaistuki vammainen widow pension survivor disability allowance care allowance`,
	},
	{
		of: ['kela kortti', 'sairauspäiväraha', 'карта кела'],
		say: `болезнь заболел болею больничный лист больничные по болезни деньги за болезнь справка о болезни карта
			кела келакортти пластиковая карточка потерял карту страховка медицинская европейская карточка ЕКМС
			компенсация за лекарства дорогие лекарства аптека возврат за такси такси кела такси проезд к врачу
			инвалид заболела болезнь ребёнка болею не могу работать лечение больница счёт за лекарства потолок
			возврат денег за лекарства дорога в больницу поездка в больницу такси до больницы возмещение проезда
			компенсация очки протез реабилитация страховой полис полис страхование за границей поездка в европу
			саирауслома саирас лома
			kelakortti eurooppalainen sairaanhoitokortti sairausloma sairausraha sairauspäivä lääkekorvaus lääkkeet
			kalliit matkakorvaus kelataksi taksi kuntoutus sick leave sick pay medicine costs taxi to hospital
			European health insurance card kela card sairas sairaana lääkekatto matka sairaalaan taksimatka
			kuntoutustuki poissa töistä omavastuu ill illness reimbursement of medicine travel costs hospital trip
			insurance abroad`,
	},
	{
		of: ['opintotu', 'студенческое пособие'],
		say: `студент студентка учёба деньги студенту стипендия студенческие заём студенческий кредит опинто на время
			учёбы студенческие деньги пособие учащимся школьник старше 17 лицей колледж учусь без работы опинтораха
			опинтолайна гарантия займа кредит на учёбу общежитие
			opiskelija opintoraha opintolaina opiskelu tuki opiskeluun opiskelijan asumislisä ateriatuki student
			grant student loan money for studies opiskelen nuori toisen asteen opinnot lainatakaus koulutusraha
			study loan`,
	},
	{
		of: ['tyoelake', 'työeläke', 'трудовая пенсия'],
		say: `пенсия с работы пенсионный стаж стаж заработанная пенсия накопления накопилась выйти на пенсию когда на
			пенсию пенсионный возраст пенсионная компания варма илмаринен эло заработал отчисления российский стаж
			эстонская пенсия сколько заработал пенсии посчитать пенсию рассчитать пенсию калькулятор пенсии уйти на
			пенсию досрочно частичная пенсия пенсионное страхование страховые взносы рабочий стаж трудовой стаж
			ошибка в стаже работал в финляндии работал в эстонии тюёэляке вануусэляке
			eläke eläkkeelle eläkeikä kertynyt eläke eläkeote työeläkeote eläkelaskuri eläkeyhtiö varma ilmarinen
			elo earned pension pension record retirement retire retirement age pension from abroad varhaiseläke
			osittainen vanhuuseläke eläkkeen määrä laskuri paljonko eläkettä työhistoria calculate pension work
			history early retirement`,
	},
	{
		of: ['omavero', 'verokort', 'налоговая'],
		say: `налог налоги налоговая веро верокортти процент налога сколько налогов вычли удержали снимают с зарплаты
			60 % шестьдесят процентов без карты декларация предзаполненная вычет вычеты проезд на работу возврат
			налога переплата доплата налога мятку остаточный налог налог на недвижимость налоговая служба
			верохаллинто подоходный налог налоговая карточка карточка налога новая работа процент снизить повысить
			исправить налоговая инспекция налоговики декларировать доходы сдача квартиры аренда доход дачный налог
			гараж наследство налог подарок списание возвращают налог излишне уплаченный долг по налогам верот
			веропросентти верохаллинто верокорти майтакс
			vero verot verottaja verokortti veroprosentti ennakonpidätys veroilmoitus esitäytetty vähennys
			vähennykset veronpalautus jäännösvero mätkyt matkakulut tax taxes tax office tax rate percentage tax
			return deduction refund verokortti uuteen työhön prosentti liian iso alentaa verotus verotuspäätös
			lisätulot kotitalousvähennys kiinteistövero perintövero ennakkovero muutosverokortti change tax
			percentage tax debt property tax refund`,
	},
	{
		of: ['tulorekisteri', 'регистр доходов'],
		say: `доходы зарплата какие данные передал работодатель расчётный лист палкка перечислил сколько заплатили
			сведения справка о доходах заработок сведения о зарплате не показал зарплату серая зарплата заплатил ли
			работодатель сколько я заработал палкат
			tulot palkka palkkatiedot palkkalaskelma palkkakuitti työnantaja ilmoitti maksetut palkat income salary
			data payslip wages reported by employer tulotiedot ansiot palkkatodistus ilmoitettu palkka my income
			what employer reported`,
	},
	{
		of: ['talous ja velkaneuvonta', 'velkaneuvonta', 'консультации по долгам'],
		say: `долг долги кредит кредиты заём не могу платить не плачу должен банкротство банкрот коллектор коллекторы
			коллекторское агентство перинта просрочка просроченные счета кредитная история рассрочка быстрый займ
			микрозайм запутался в долгах реструктуризация велка лайна ласку задолженность задолжал кредитор
			кредиторы кредитная карта не справляюсь с платежами не могу расплатиться не хватает платить кредит счета
			копятся неоплаченные счета напоминание об оплате письмо о долге взыскательное агентство плохая кредитная
			история отметка о неплатежах списать долги совет по деньгам бюджет лайнат велат максухяйриё
			velka velat laina lainat luotto luottotiedot maksuhäiriömerkintä maksuhäiriö perintä perintätoimisto
			lowell intrum pikavippi vippi velkajärjestely ylivelkaantunut lasku maksamatta laskut erääntyneet debt
			debts loan loans cannot pay bills collection agency credit rating bankruptcy maksukyvytön osamaksu
			maksumuistutus karhukirje maksuvaikeudet talousneuvonta budjetti lainojen yhdistäminen owe money overdue
			invoice reminder payment default credit card budget advice debt restructuring`,
	},
	{
		of: ['ulosot', 'взыскания долгов', 'служба взыскания'],
		say: `пристав приставы судебный пристав взыскание удержание из зарплаты забирают деньги арест счёта арестовали
			счёт исполнительный лист опись имущества улоссотто долг коллекторы суд по долгу судебные исполнители
			списали деньги со счёта списывают удержали зарплату вычитают долг исполнительное производство имущество
			забрали график платежей пристав письмо улосоттомиес выселение
			ulosottomies vouti ulosottovelka palkan ulosmittaus ulosmittaus pfändi velka perintä tili jäädytetty
			bailiff enforcement seizure garnishment debt taken from wages vouti ulosottoviranomainen maksukielto
			häätö ulosottoon eviction distraint`,
	},
];
