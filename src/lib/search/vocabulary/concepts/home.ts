/** Home, moving, things of the house, travel. */
export const HOME = `
flat: квартир* хата хату жиль* жилищ* комнат* студи* крыш* дом дома домик* однушк* двушк* асунт* апартамент* съемн*
	| asunto* asunno* asun* kämpp* kämpä* luukku* yksiö* kaksio* koti kodi* katto* kattoa huone* vuokra-asun* | flat
	flats apartment* house housing home room place roof studio
rent-home: снять сниму снимать снима* сдает* сдам сдача аренд* сьем* съем съема вуокра* | vuokra* vuokrat* vuokral*
	| rent renting let rental
homeless: бездомн* улиц* выгоня* выгнал* выселя* высел* негде ночева* ночлег* съехать бомж* | kodit* häät* katu*
	kadul* yöpai* yösij* asunnot* | homeless evict* eviction kicked street nowhere sleep shelter
city-home: муниц* городск* хека хеку хеки | kaupungin* hek* heka hekan aravat* | council municipal
deposit: залог* депозит* | takuuvuokr* vuokravak* pantti* | deposit*
move: переезж* переех* переед* переезд* съезж* съехал* съезд* въеха* адрес* прописк* прописат* | muutt* muuto*
	muuta* muutin osoit* muuttoilm* | move moving moved address relocat*
address: адрес* прописк* индекс* регистрац* | osoit* osoite* | address*
repair: ремонт* протек* потоп* залил* сломал* трещин* плесен* батаре* отопл* кран* | remont* korja* home* hometta
	vuota* putki* kylm* | repair* leak* mould broken fix
noise: шум* музык* громк* | melu* meteli* | nois* loud
furniture: мебел* диван* стирал* холодильник* техник* | huonekalu* sohva* pesukone* | furniture sofa washing
letter: письм* письмо конверт* бумажк* бумаг* почтой уведомл* извещ* пришл* | kirje* kirj* paperi* lappu* lapu*
	posti* ilmoitus* | letter* paper* envelope* mail notice
mailbox: ящик* почтов* емайл* почт* имейл* | postilaat* laatik* sähköpost* | mailbox inbox email
parcel: посылк* коробк* пакет* бандерол* посылочк* отправлен* трек* | paket* pakett* lähety* läheti* | parcel*
	package* delivery shipment box
customs: тамож* растамож* пошлин* | tulli* tullau* | customs duty
bus: автобус* маршрут* трамва* проездн* билет* метро электричк* остановк* | bussi* linja-aut* dösä* raitiovau*
	sporaa ratik* metro* juna* lippu* lipu* matkakort* | bus tram metro ticket* fare commuter
train: поезд* электричк* вокзал* жд межгород* | juna* junal* rautatie* | train* railway station
travel: ехать доехать поехать едем еду поездк* добрат* добира* путешеств* съездить прокат* уехать | matka* matkus*
	mennä mene* pääs* | travel* trip journey ride go get
car: машин* автомоб* авто тачк* тачка авт* легковуш* | auto autoj* auton autoa autol* kotteri* kaar* ajoneuv* | car
	cars vehicle van
car-paper: техосмотр* переоформ* растаможк* регистрац* номера перерегистр* учет* | rekister* katsastu* omistaj*
	ajoneuvovero* | registration inspect* ownership register plates
licence: права прав водительск* удостоверен* ажокорт* аёкорт* | ajokort* kortti | licence license driving
driving-test: вождени* экзамен* инструктор* автошкол* завалил* пересда* теори* ПДД сдал* сдать инсси | inssi*
	ajokoe* ajokok* teoriakoe* teoriak* autokoul* | test driving exam theory failed school
parking: парков* стоянк* штраф* | parkki* pysäköin* | park*
bike: велик* велосипед* самокат* | pyör* polkupyör* fillar* | bike* bicycle* scooter*
library: библиотек* книг* книж* читат* почитать роман* | kirjasto* kirjast* kirja* lainata lainak* | librar* book
	books borrow read
print: распечат* печат* принтер* ксерокс* сканир* скан копи* отсканир* | tulost* tulosti* skann* kopio* | print*
	scan* copy
event: меропр* кружок* кружк* клуб* встреч* тусов* хобби познаком* общат* общен* поговор* компани* | tapahtum*
	kerho* harrast* tava* tapa* seura* jutel* ryhm* | event* club* hobby hobbies meet meeting people chat
	conversation group
helsinki: хельсинк* столиц* хесин* хелсинк* | helsin* hesa* stadi* | helsinki*
kuopio: куопио* куопи* | kuopi* | kuopio*
region-capital: вантаа эспоо столичн* ваанта | vanta* espoo* pääkaupunk* kauniai* | vantaa espoo
town: город* городе муниципал* коммун* местн* поселок деревн* | kaupun* kunta kunna* kunta* paikkakun* kylä* | town
	city municipal*
abroad: заграниц* россии росси* эстони* виро швеци* | ulkomai* venäj* viro* ruots* | abroad russia* estonia* sweden
	overseas
lost-way: заблуд* потерялись лес лесу гриб* озер* льд* | eksy* metsä* mets* jäähän järv* | lost forest woods lake
pet: собак* кошк* кот кота котик* щен* | koira* kissa* lemmik* | dog* cat* pet*
`;
