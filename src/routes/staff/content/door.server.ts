import { fail, redirect } from '@sveltejs/kit';
import { type Ability, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';

/** What a page offers to this person; each command asks again. */
export function abilitiesOf(actor: StaffActor) {
	const has = (ability: Ability): boolean => organisationsWhere(actor, ability).length > 0;
	return { writes: has('writeContent'), mayReview: has('reviewContent'), publishes: has('publishContent') };
}

/** The words of these pages, and what every one of them shows. */
export function commonOf({ lang }: App.Locals) {
	const names = languages().map(({ code, name }) => ({ code, name }));
	return { lang, words: wordsOf(lang, ['editor', 'content', 'guide', 'site', 'advice']), names };
}

/** Done: on to `to`. Refused: the page again, with everything that was typed. `part` is the form it came from. */
export function answer(result: unknown, part: string, typed: Record<string, string>, to: string) {
	if (!isRefusal(result)) redirect(303, to);
	return fail(statusOf(result), { part, refused: result.refused, fields: { ...result.fields }, typed });
}
