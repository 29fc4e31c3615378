import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';

/** A form of a need or of a shift as it was sent; boxes of one name are several. */
export async function typedIn(request: Request) {
	const form = await request.formData();
	const texts = [...form].flatMap(([name, value]) =>
		typeof value === 'string' && name !== '__proto__' ? [[name, value]] : [],
	);
	return {
		...(Object.fromEntries(texts) as Record<string, string>),
		languages: form.getAll('languages').filter((one) => typeof one === 'string'),
		qualifications: form.getAll('qualifications').filter((one) => typeof one === 'string'),
	};
}

type Named = { readonly id: string; readonly names: Texts };

/** Where somebody can be needed, in the order of her alphabet. */
export function placesIn(lang: string, kind: string, all: readonly Named[]): { id: string; name: string }[] {
	return all
		.map(({ id, names }) => ({ id: `${kind}/${id}`, name: inLanguage(names, lang) }))
		.sort((a, b) => a.name.localeCompare(b.name, lang));
}
