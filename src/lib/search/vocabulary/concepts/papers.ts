/** Papers, permits, identity, signing in, devices. */
export const PAPERS = `
passport: паспорт* загран* загранник* пасси | passi* passin passia | passport*
id-card: удостоверен* удостоверени* личност* айди аусвайс* хенкилёк* | henkilökort* henkkar* henkilöllis* | id
	identity
permit: внж вид виды жительств* разрешен* олескел* олеск* пермит* постоянк* пмж оле | oleskel* lupa luva* lupakort*
	pysyv* jatkolup* | permit* residence resident
extend: продл* продлен* продлева* обновит* истек* просроч* кончает* заканчив* конча* срок* | jatka* uusi* uusia
	umpeu* vanhen* päätty* | extend* renew* expir* expires
citizenship: граждан* гражданств* голосоват* выборы присяг* красн* | kansalais* äänest* | citizen* vote voting
	naturali*
visa: виза визу визы шенген* | viisumi* | visa*
border: границ* депорт* высылк* выслат* | raja* karkot* käänny* | border deport*
family-reunion: воссоедин* | perheenyhd* | reunification bring
fingerprint: отпечат* биометр* пальц* оригинал* | sormenjälj* biometr* alkuper* | fingerprint* biometric* original*
queue-place: очеред* | jonopaik* jonossa jono* | queue line position
photo: фото* фотк* снимок* сфоткать | kuva* valokuv* | photo* picture*
certificate: справк* свидетельств* выписк* доказать подтвержд* апостил* тодист* | todist* ote otteet virkatod* |
	certificate* proof prove extract*
alive: живой жива жив живых нахожд* | elossa* elävä* | alive life living
register-person: зарегистр* прописк* регистрац* прописат* хенкилётун* номер соцномер ссн | rekister* henkilötun*
	hetu* kotikun* väestö* dvv* | register* personal code social number ssn
new-here: недавно приехал* | vasta ensimm* | just new recently arrived
mandate: доверен* доверит* полномоч* вместо валтуу* вальтуу* поручит* | valtuu* valtak* puolesta | mandate*
	authoris* authoriz* power-of-attorney behalf
on-behalf: вместо заместо уполномоч* | puolesta puolest* asioida hoitaa | behalf instead
sign: подпис* подписыв* | allekirj* | sign signature
identify: идентиф* личность* опозн* распознав* аутентиф* | tunnist* tunnistaut* todent* | identif* authenticat*
	verif* prove
login: войти вход* входа зайти захожу пускает залогин* вхожу логин* выкидыв* пускат* заходит авториз* | kirjau*
	sisään pääse pääs* logga* | login log sign-in signin access throws
password: парол* логин* пин пина пинкод* | salasana* pin pin-koodi* tunnus* | password* username
locked: заблок* закрыт* блок* завис* | lukk* lukitt* lukkiutu* jumi* | lock* blocked frozen stuck
mobile-cert: мобильн* сертиф* симк* сим телиа элиса дна оператор* | mobiilivarm* varmen* sim* elisa* telia* dna* |
	mobile certificate sim operator
card-reader: считыват* картридер* чип чипа | kortinluk* siru* | reader chip
app: приложен* скачат* установ* аппк* апп программ* | sovellu* sovelluk* appi* äppi* lataa* asenn* | app apps
	download* install*
phone: телефон* смартфон* мобил* андроид* айфон* трубк* самсунг* | puhelim* puhelin* känny* luuri* älypuhel* |
	phone* smartphone* mobile iphone android
computer: компьютер* комп компа ноутбук* ноут планшет* клавиатур* мышк* экран* | tietokon* kone koneen läppär*
	tabletti* tablet* padi* näyt* | computer* laptop* ipad screen
internet: интернет* вайфай* wifi сеть сети сайт* браузер* онлайн | netti* neti* internet* sivu* selain* verkko* |
	internet online website site browser web
no-device: принтера нету | | without
learn-device: научит* обучит* освоит* разобрат* тычу кнопк* включить непонятно | opett* oppia opast* käyttä* nappi*
	| teach learn button* how-to
sms: смс сообщен* смск* эсэмэс* мессендж* вотсап* вацап* ватсап* телеграм* вайбер* | viesti* tekstiv* tekstar*
	whatsapp* | text texts message* sms whatsapp
not-work: сломал* глючит зависает виснет тормоз* сдох* | rikki toimi jumi* hajo* | broken working crash* doesn't
update: обновл* обнови* | päivit* | update*
attach: прилож* вложен* загруз* прикреп* | liite liitt* liitte* lähet* lada* | attach* upload* send
documents: документ* бумаг* справк* бумажк* | asiakirj* paper* dokument* todist* | document* paperwork
government-messages: уведомл* виести | viesti* viestit | notifications digital
where-ask: кому спросить спрос* узнать гоня* окошк* футбол* посыла* отправля* | keneltä kuka kysy* kysyä neuvo*
	neuvon* pompot* luukulta | ask asking who whom where inquire sent
list-services: перечень* | luettelo* lista* | list directory everything
info: информац* инфо сведен* узнать почитать | tieto* tieto info* ohje* | information guide
start: начать начин* сначала начала | aloit* alku* ensin | start begin first beginning
human: человек* оператор* вживую лично прийти офис* | ihmi* paikan asiakaspalv* toimist* käynti* | person human
	office visit come
own-language: русск* русскоязычн* | venäjä* venäjän* | russian*
remote: удален* дистанц* далеко издалека | etä* etänä kaukana puhelimi* | remote* distance far
`;
