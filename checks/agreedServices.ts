/** The ids of services that stand in addresses of pages; other software relies on them. */
export const AGREED_IDS: readonly string[] = `
	suomifi-tunnistus pankkitunnukset mobiilivarmenne kansalaisvarmenne finnish-authenticator suomifi-viestit
	suomifi-valtuudet suomifi-palvelut kansalaisneuvonta dvv-muuttoilmoitus dvv-rekisterointi dvv-todistukset
	dvv-perhe kela-omakela kela-yleistuki kela-asumistuki kela-toimeentulotuki kela-lapsiperheet kela-elake
	kela-sairastaminen kela-opintotuki tyomarkkinatori tyollisyysalue kuopio-tyollisyys ytk kotoutuminen keha
	tyosuojelu vero-omavero tulorekisteri migri-enterfinland migri-kamu migri-ajanvaraus migri-kansalaisuus
	omakanta maisa omaolo paivystysapu-116117 pshva hyvinvointialueet mielenterveystalo heka niiralan-kulma
	yksityinen-vuokra helsinki-varhaiskasvatus kuopio-varhaiskasvatus wilma opintopolku yki oph-tunnustaminen
	suomen-kurssit traficom-oma-asiointi ajovarma hsl vr-matkahuolto vilkku poliisi-luvat poliisi-rikosilmoitus
	sovellus-112 kyberturvallisuuskeskus rikosuhripaivystys omaposti tyoelake oikeusapu velkaneuvonta ulosotto
	kuluttajaneuvonta ytj edunvalvonta infofinland digituki seniorsurf kirjasto helsinki-neuvonta
	kompassi-kuopio
`
	.trim()
	.split(/\s+/);
