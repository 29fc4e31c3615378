import type { Situation } from './situation.ts';

/** Health, danger, crime and the law. */
export const HEALTH: readonly Situation[] = [
	{
		of: ['omakanta', 'mykanta'],
		say: `рецепт рецепты продлить обновить рецепт электронный рецепт лекарство лекарства таблетки закончились
			выписать анализы результаты анализов анализ крови выписка из больницы история болезни медицинская карта
			диагноз записи врача прививки справка о прививках снимок рентген эпикриз канта резепти ляхете
			направление рискинарвио закончилось лекарство продление рецепта просроченный рецепт электронные рецепты
			посмотреть рецепт аптека выписанные лекарства кровь анализы готовы результат обследования узи мрт
			томография заключение врача карта пациента медкарта вакцинация ковид справка о вакцинации записи о
			лечении направление к специалисту ома канта каннан маи канта омакантаан
			resepti reseptin uusiminen lääke lääkkeet lääkeresepti labra laboratoriotulokset verikoe tulokset
			potilastiedot epikriisi diagnoosi lääkärinlausunto rokotukset röntgen lähete hoitotiedot prescription
			renew medicine lab results blood test medical records vaccination health data reseptit lääkitys
			tutkimustulokset sairauskertomus röntgenkuva magneettikuva koronatodistus potilasasiakirjat apteekki
			x-ray results diagnosis referral pharmacy vaccine certificate`,
	},
	{
		of: ['maisa'],
		say: `врач доктор запись к врачу записаться к врачу время к врачу приём врача поликлиника хельсинки вантаа
			терветюскескус майса написать врачу сообщение врачу медсестра видеоприём больница отменить приём
			приложение приём у врача отменить время перенести приём врач хельсинки доктор хельсинки терапевт
			специалист хирург анализы хельсинки вызов врача женский врач гинеколог педиатр детский врач маиса портал
			аптти время к врачу
			HUS lääkäri lääkäriaika lääkärin ajanvaraus ajanvaraus aika terveysasema terveyskeskus terkkari hoitaja
			viesti hoitajalle sairaala husin vastaanotto helsinki vantaa doctor appointment nurse message hospital
			health centre clinic hus peruuttaa aika siirtää aikaa erikoislääkäri lääkärille gynekologi lastenlääkäri
			röntgenaika cancel appointment doctor Helsinki specialist gynaecologist`,
	},
	{
		of: ['omaolo'],
		say: `симптомы симптом болит кашель температура горло насморк давление понос боль в спине простуда грипп
			анкета о здоровье оценка симптомов медсестра тест на болезнь ойреарвио плохо себя чувствую недомогание
			заболел живот болит голова спина болит горло сыпь аллергия нужен ли врач опросник тест симптомов цистит
			отравление тошнота
			oirearvio oire oireet oirekysely kuume yskä flunssa kipu kurkku selkäkipu virtsatietulehdus
			terveystarkastus symptoms symptom checker pain fever cough flu sore throat health check päänsärky
			vatsakipu ihottuma allergia pitääkö mennä lääkäriin kysely headache stomach ache back pain rash do I
			need a doctor questionnaire`,
	},
	{
		of: ['päivystysapu', 'неотложная помощь', 'medical helpline'],
		say: `неотложка дежурный врач дежурная больница травмпункт ночью врач ночью в выходные выходной вечером срочно
			к врачу острая боль звонить медсестре не скорая плохо себя чувствую пайвюстюс пяйвюстюс вечером заболел
			в воскресенье не работает поликлиника высокая температура ребёнок температура ночью дежурка куда ехать
			ночью травма перелом сломал ногу вывих отравился медицинский совет по телефону скорая не нужна
			päivystys yöllä viikonloppuna kiireellinen sairaus päivystävä lääkäri ensiapu terveysneuvonta soittaa
			hoitajalle emergency clinic at night weekend urgent doctor on call acute nurse phone loukkaantuminen
			murtuma ilta-aika sunnuntai lapsi kuume yöllä terveyskeskus kiinni night fever child Sunday injury
			broken leg medical advice by phone`,
	},
	{
		of: ['pohjois savon hyvinvointialue', 'северное саво'],
		say: `врач доктор куопио запись к врачу куопио поликлиника куопио больница куопио КЮС терветюскескус медсестра
			записаться стоматолог зубной детская консультация нейвола запись к доктору куопио приём врача куопио
			анализы куопио медицинский центр здравоохранение куопио детский врач зубы куопио кюс лекарь рентген
			рецепт куопио
			KYS lääkäri lääkäriaika terveysasema terveyskeskus terkkari sairaala kuopio ajanvaraus hammaslääkäri
			hammas neuvola kys doctor dentist appointment hospital health centre clinic Kuopio Savo pohjois-savo
			varaa aika lääkäriin kuopio laboratorio dentist Kuopio health services`,
	},
	{
		of: ['oman hyvinvointialueen', 'района благосостояния', 'района благополучия', 'hyvinvointialue'],
		say: `врач доктор запись к врачу записаться к врачу поликлиника терветюскескус терка больница своя поликлиника
			по месту жительства зубной врач стоматолог зубы нейвола женская консультация социальный работник
			соцработник соцслужба уход на дому помощь по дому для пожилых эспоо тампере турку лахти оулу
			лаппеенранта йоэнсуу котка иматра миккели доктор запись к доктору приём к терапевту семейный врач
			сменить врача сменить поликлинику свой врач участковый врач медпункт анализы сдать кровь направление к
			врачу зубной стоматология больной зуб вставить зубы беременность наблюдение сиделка уход за пожилым
			домашний уход дом престарелых инвалид помощник социальная служба социальный отдел сосиаалитоймисто
			соцотдел терветюс кескус хювинвойнтиалуе вантаа порвоо хямеенлинна пори рованиеми ювяскюля
			lääkäri lääkäriaika terveysasema terveyskeskus terkkari hammaslääkäri hammas neuvola sosiaalityöntekijä
			sosiaalityö kotihoito vanhuspalvelut espoo tampere turku lahti oulu lappeenranta joensuu kotka imatra
			mikkeli doctor dentist appointment health centre social worker home care clinic omalääkäri vastaanotto
			vaihtaa terveysasemaa kunnan lääkäri hammashoito verikokeet hoitokoti palvelutalo omaishoito
			vammaispalvelut lastensuojelu sosiaalipalvelut lekuri porvoo pori rovaniemi jyväskylä vaasa hämeenlinna
			family doctor change doctor toothache nursing home home help disability services social services`,
	},
	{
		of: ['mielenterveystalo', 'дом психического здоровья'],
		say: `депрессия тревога паника паническая атака стресс психолог психиатр психотерапевт психотерапия психика
			нервы бессонница не сплю выгорание тоска одиноко одиночество плохое настроение грусть зависимость
			алкоголь психологическая помощь душевное здоровье кризис грустно плачу нервный срыв переживаю страх
			страшно одна апатия нет сил устала от всего усталость психическое здоровье поговорить с психологом
			психотерапевт суицидальные мысли кошмары зависимость пьёт алкоголик наркотики игромания
			masennus ahdistus paniikki stressi psykologi psykiatri terapia mielenterveys uni unettomuus uupumus
			yksinäisyys depression anxiety stress panic psychologist therapy mental health insomnia burnout lonely
			masentunut ahdistaa pelko itku jaksaminen jaksa nukkua kriisi päihteet alkoholi riippuvuus
			peliriippuvuus sad crying fear exhausted addiction alcohol cannot sleep mental support`,
	},
	{
		of: ['112'],
		say: `скорая скорую помощь пожар пожарные полиция срочно экстренный экстренно спасатели авария вызвать помощь
			несчастный случай местоположение где я нахожусь спасение утопающих аварийная помощь сто двенадцать
			приложение спасателей
			hätä hätänumero hätäpuhelu ambulanssi palokunta onnettomuus sijainti ambulance fire emergency accident
			location hätätilanne soittaa apua palaa call for help`,
	},
	{
		of: ['sähköinen rikosilmoitus', 'rikosilmoitus', 'заявление в полицию'],
		say: `полиция украли украден кража обокрали воровство вор ограбили мошенники обманули на деньги сняли деньги
			со счёта преступление заявить в полицию угрожают угроза драка избили вандализм потеряла кошелёк
			велосипед коды украли написать заявление розыск обокрали ограбление карманник вытащили украли сумку
			телефон машину угнали угон взломали квартиру обманули в интернете мошенник взял деньги заявить о
			преступлении сообщить в полицию избиение нападение преследование повредили машину шантаж вымогательство
			пропал человек
			poliisi varas varastettu varkaus ryöstö huijattu huijaus petos uhkailu pahoinpitely polkupyörä lompakko
			rikos ilmoitus police stolen theft thief robbed fraud threatened bike wallet crime report varastettiin
			puhelin lompakko murto pahoinpidelty kiristys vahingonteko ryöstetty sähköpyörä tehdä ilmoitus
			poliisille burglary assault stolen phone bag car blackmail report to police`,
	},
	{
		of: ['kyberturvallisuuskeskus', 'центр кибербезопасности'],
		say: `мошенники мошенник мошенничество обман развод на деньги разводка фишинг спам вирус взломали взлом
			аккаунт подозрительное письмо подозрительный звонок подозрительная ссылка смс с ссылкой поддельный сайт
			фальшивый звонят из банка просят коды назвала коды ввёл коды лохотрон скам обманывают звонят незнакомые
			незнакомый номер иностранный номер служба безопасности банка полиция звонит по телефону странное письмо
			странная смс ссылка в смс ссылка в письме нажала на ссылку перешла по ссылке фальшивое письмо подделка
			лжебанк аферист аферисты кидалово выманили пароль выманивают деньги посылка смс от почты выиграли приз
			лотерея инвестиции криптовалюта романтический пароль украли взломали почту вотсап фейсбук от имени кела
			от имени полиции
			huijaus huijari huijausviesti tietojenkalastelu kalastelu tekstiviesti linkki huijauspuhelu väärä sivu
			haittaohjelma virus tili kaapattu tietoturva epäilyttävä annoin tunnukset scam scammer scammed phishing
			fraud fake message suspicious link call hacked account virus huijattiin huijarit huijari soittaa
			huijaussoitto huijaussähköposti valesivusto klikkasin linkkiä salasana varastettu tekstiviesti postilta
			whatsapp facebook tili hakkeroitu kryptohuijaus rakkaushuijaus clicked a link fake bank call strange
			text message fake email stolen password hacked crypto lottery`,
	},
	{
		of: ['rikosuhripäivystys', 'nollalinja', 'помощь пострадавшим'],
		say: `насилие побои бьёт избивает муж бьёт избил муж партнёр домашнее насилие изнасилование преследование
			сталкер угрожает боюсь мужа убежище для женщин приют жертва преступления потерпевший пострадавшая помощь
			жертвам нолла руки распускает поднял руку сожитель абьюз абьюзер тиран унижает контролирует запрещает
			выходить ушла от мужа куда уйти от мужа убежище кризисный центр насильник изнасиловали домогательство
			торговля людьми поддержка жертв
			väkivalta lähisuhdeväkivalta lyö mies lyö hakkaa raiskaus pelkään turvakoti uhri vaino parisuhde
			violence domestic abuse beats hits me husband rape stalking shelter victim afraid mies hakkaa
			parisuhdeväkivalta kotiväkivalta väkivaltainen mies pahoinpitely turvassa seksuaalinen häirintä
			ihmiskauppa abusive husband beaten harassed sexual assault crisis centre trafficking`,
	},
	{
		of: ['oikeusapu', 'юридическая помощь', 'legal aid'],
		say: `юрист адвокат юридическая консультация правовая помощь суд иск судиться защитник в суд бесплатно развод
			алименты наследство завещание обжаловать отказ жалоба апелляция ойкеусапу право бракоразводный раздел
			имущества опека над детьми спор о детях повестка в суд вызвали в суд обвиняют подать в суд обжалование
			решения отказали в пособии как обжаловать составить завещание договор проверить правовой вопрос советник
			защитник бесплатная юридическая лакимиес
			lakimies asianajaja juristi oikeus käräjät oikeudenkäynti avioero perintö testamentti valitus valittaa
			päätöksestä lawyer attorney solicitor court divorce inheritance appeal complaint free legal advice
			asianajo huoltajuus huoltajuuskiista haaste syytetty oikeuteen valitus kielteisestä päätöksestä
			testamentin tekeminen perinnönjako sopimus juridinen neuvonta lakiapu custody of children sued will and
			testament appeal a decision contract lawyer for free`,
	},
	{
		of: ['kuluttajaneuvonta', 'защита прав потребителей'],
		say: `магазин покупка товар брак бракованный вернуть товар возврат денег гарантия ремонт чек продавец обманул
			интернет-магазин прислали не то сломался не работает жалоба на магазин подписка отказаться от подписки
			оператор договор связи туристическая поездка отмена рейса покупатель потребитель неисправный товар
			плохой товар дефект поменять товар не возвращают деньги отказ в возврате заказала пришло другое заказ не
			пришёл обувь одежда мебель техника телевизор телефон купила сломался фирма обманула навязали договор
			телефонные продажи оператор связи электричество договор автосервис ремонт квартиры плохо сделали
			мастерская рейс задержали авиабилет турфирма спортзал абонемент отменить заказ отказаться
			kauppa verkkokauppa tuote viallinen virhe palautus takuu kuluttaja reklamaatio valitus myyjä tilaus ei
			peru peruuttaa tilaus puhelinliittymä remontti lento peruttu shop store online shop refund return broken
			product warranty subscription cancel complaint consumer rikki rikkoutunut tilasin väärä tuote ei toimi
			rahat takaisin puhelinmyynti sähkösopimus kuntosali lento myöhässä matkatoimisto autokorjaamo kengät
			vaatteet virheellinen tavara hyvitys faulty defective wrong item money back cancel order telemarketing
			contract gym flight delayed repair shop`,
	},
];
