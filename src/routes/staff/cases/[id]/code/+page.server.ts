import { error, fail, redirect } from '@sveltejs/kit';
import { makePaperCode, readCase, releaseCase } from '#lib/cases/index.server.ts';
import { groupedCode } from '#lib/cases/index.ts';
import { qrOf } from '#lib/content/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { languageOf, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { idIn, spokenBy, whoHelps } from '../../door.server.ts';

/** Makes nothing: a code is made by a button, and stands on the page that answers it, once. */
export const load: PageServerLoad = async (event) => {
	const seen = await readCase(idIn(event.params), whoHelps(event));
	if (isRefusal(seen)) error(statusOf(seen));
	if (!seen.inside) error(403);
	const { id, codeHandedOut, language } = seen.of;
	const { code: paperLang, dir } = languageOf(language);
	return {
		...spokenBy(event.locals),
		...{ id, codeHandedOut, isMine: seen.isMine },
		paper: { lang: paperLang, dir, words: wordsOf(paperLang, ['contact', 'site']) },
	};
};

export const actions: Actions = {
	make: async (event) => {
		const made = await makePaperCode({ id: idIn(event.params) }, whoHelps(event));
		if (isRefusal(made)) return fail(statusOf(made), { refused: made.refused });
		const { code: lang } = languageOf(made.language);
		const address = `${event.url.host}/${lang}/case`;
		// The bare address: a picture with the code in it would open the case to every camera.
		const qr = qrOf(`${event.url.origin}/${lang}/case`);
		return { made: { code: groupedCode(made.code), expiresOn: made.expiresOn, address, qr } };
	},
	/** The paper is in her hand; the helper goes on to the next one. */
	handed: async (event) => {
		const released = await releaseCase({ id: idIn(event.params) }, whoHelps(event));
		if (isRefusal(released)) return fail(statusOf(released), { refused: released.refused });
		redirect(303, '/staff/cases/contact?handed');
	},
};
