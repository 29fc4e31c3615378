import { plainText, type Run, type Service } from '../service.ts';
import { type GuidePage, stepsOf } from './guide.ts';

/**
 * What search engines read: JSON-LD. `<`, `>` and `&` are written as escapes, so that no text can end the element it
 * stands in and the markup's own escaping finds nothing to change.
 */
export function structured(data: Readonly<Record<string, unknown>>): string {
	const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
	return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function howTo(guide: GuidePage, lang: string): string {
	return structured({
		...{ '@type': 'HowTo', inLanguage: lang, name: guide.naming.name, description: said(guide.summary?.words.text) },
		step: stepsOf(guide).map(({ number, words }) => ({
			'@type': 'HowToStep',
			position: number,
			text: said(words.text),
		})),
	});
}

/** An e-service; of the government only where an authority offers it. */
export function eService(service: Service, lang: string): string {
	const { url, languages, municipalities, phone, authority = false } = service;
	const inLang = (texts: Service['names']): string => plainText(texts[lang] ?? Object.values(texts)[0] ?? '');
	return structured({
		...{
			'@type': authority ? 'GovernmentService' : 'Service',
			name: inLang(service.names),
			description: inLang(service.whatItIs),
		},
		provider: { '@type': authority ? 'GovernmentOrganization' : 'Organization', name: inLang(service.provider) },
		areaServed: municipalities ?? 'FI',
		availableChannel: {
			...{ '@type': 'ServiceChannel', serviceUrl: url, availableLanguage: languages },
			...(phone && { servicePhone: { '@type': 'ContactPoint', telephone: phone.number } }),
		},
	});
}

function said(runs: readonly Run[] = []): string {
	return runs.map(({ text }) => text).join('');
}
