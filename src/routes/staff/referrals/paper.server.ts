import { qrOf } from '#lib/content/index.server.ts';
import { languageOf, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';

/** What stands on the paper beside the code, in the language of the client. The address leads to no case by itself. */
export function paperFor(language: string, url: URL) {
	const { code: lang, dir } = languageOf(language);
	return {
		paper: { lang, dir, words: wordsOf(lang, ['contact', 'site']) },
		address: `${url.host}/${lang}/case`,
		qr: qrOf(`${url.origin}/${lang}/case`),
	};
}
