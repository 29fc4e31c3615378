import { error, fail } from '@sveltejs/kit';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { isId } from '#lib/platform/id.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoLeads = (event: Asking): StaffActor => whoMay(event, 'leadVolunteers');

/** What the pages of people and applications speak with. */
export const spokenBy = ({ lang }: App.Locals) => ({
	lang,
	words: wordsOf(lang, ['volunteers', 'taking', 'content', 'site', 'own', 'hours']),
});

/** What is no id at all is not there. */
export function idIn(id: string): string {
	if (!isId(id)) error(404);
	return id;
}

/** A form as it was sent; boxes of one name are several. */
export async function sentIn(request: Request, several: readonly string[] = []) {
	const form = await request.formData();
	return { ...fieldsOf(form), ...Object.fromEntries(several.map((name) => [name, form.getAll(name).map(String)])) };
}

/** The page again, with what is to be mended and what was typed. */
export function refusedWith(refusal: Refusal, typed: Readonly<Record<string, unknown>> = {}) {
	const { refused, fields } = refusal;
	return fail(statusOf(refusal), { refused, faults: fields, typed: textsOf(typed) });
}

function textsOf(typed: Readonly<Record<string, unknown>>): Record<string, string> {
	const texts = Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return Object.fromEntries(texts);
}
