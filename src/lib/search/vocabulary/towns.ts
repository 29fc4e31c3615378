/**
 * Larger towns, one a line: the name, then the beginnings by which it is known in any form, script or slang.
 * Only who is served where depends on it; a town that is missing here is known by its name as a document has it.
 */
export const TOWNS = `
Helsinki: helsin helsing hesas hesan hesaan stadiss stadin хельсинк хесинк гельсинг хелсинк
Espoo: espoo esbo эспоо
Vantaa: vantaa vanda вантаа ванта
Kauniainen: kauniai grankulla кауниайнен
Kuopio: kuopio куопио
Tampere: tampere tammerf тампере
Turku: turku turus turun turkuun åbo турку
Oulu: oulu uleåborg оулу
Lahti: lahti lahte lahde lahden лахти
Jyväskylä: jyväsky ювяскюл йювяскюл ювяскул юваскюл
Lappeenranta: lappeenran villmanstr лаппеенрант лапеенрант лаппееранн
Joensuu: joensuu йоэнсуу ёэнсуу йоенсуу
Kotka: kotka kotkas kotkaan котка котке
Kouvola: kouvola коувола
Imatra: imatra иматр
Mikkeli: mikkeli миккели
Savonlinna: savonlinn савонлинн
Pori: porissa poriin porista björneborg пори
Rauma: raumalla rauman раума
Vaasa: vaasa vasa вааса
Seinäjoki: seinäjo сейняйок
Rovaniemi: rovanie рованиеми
Kajaani: kajaani каяани каяни
Hämeenlinna: hämeenlin tavastehus хямеенлинн хямеэнлинн
Hamina: hamina хамина
Porvoo: porvoo borgå порвоо
Järvenpää: järvenpä ярвенпя
Kerava: kerava керава
Hyvinkää: hyvinkä хювинк
Lohja: lohja lohjal лохья
Kokkola: kokkola коккола
Kemi: kemissä kemiin кеми
Tornio: tornio торнио
Iisalmi: iisalm иисалм
Varkaus: varkaude varkaus варкаус
Siilinjärvi: siilinj сиилин
Kitee: kitee kiteel китее
Nurmes: nurmes нурмес
Lieksa: lieksa лиекса
Salo: salossa saloon salosta
Riihimäki: riihimä риихимя
Kirkkonummi: kirkkonum кирккон
Tuusula: tuusula туусула
Loviisa: loviisa ловииса
`;
