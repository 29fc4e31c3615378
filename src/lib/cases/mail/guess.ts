const FINNISH =
	/(?<!\p{L})(ja|on|ei|en|että|se|minä|mä|olen|ole|miten|kuinka|kiitos|hei|moi|terve|mutta|voi|voiko|voitteko|mikä|apua|tarvitsen|kun|jos|mun|minun|ystävällisin|terveisin|haluan|pitää|saan|saako)(?!\p{L})/giu;
const ENGLISH =
	/(?<!\p{L})(the|and|is|to|you|please|help|how|hello|hi|my|not|can|i|have|need|what|with|for|regards|thanks|thank|would|it)(?!\p{L})/giu;

/** In which of our languages a text is written; null when there is no telling. */
export function languageIn(text: string): 'ru' | 'fi' | 'en' | null {
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
	if (cyrillic > letters * 0.3) return 'ru';
	const finnish = (text.match(FINNISH)?.length ?? 0) + (text.match(/[äö]/gi)?.length ?? 0) / 2;
	const english = text.match(ENGLISH)?.length ?? 0;
	if (finnish === english) return null;
	return finnish > english ? 'fi' : 'en';
}
