import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Service } from '../service.ts';
import { eService, structured } from './structured.ts';

test('whatever a text holds, it cannot end its element, and reads back the same', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.constantFrom('</script><b>', '<!--', '&lt;', '\u2028')), (text) => {
			const json = structured({ text });
			expect(json).not.toMatch(/[<>&\u2028\u2029]/);
			expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', text });
		}),
	);
});

test('only what an authority offers is said to be a service of the government', () => {
	const names = { fi: 'Palvelu' };
	const card: Service = {
		...{ id: 'x', position: 1, names, provider: names, whatItIs: names, url: 'https://x.example' },
		...{ topics: [], login: [], languages: ['fi'], confidence: 'high' },
	};
	expect(JSON.parse(eService(card, 'fi'))).toMatchObject({
		...{ '@type': 'Service', provider: { '@type': 'Organization' }, areaServed: 'FI' },
	});
	expect(JSON.parse(eService({ ...card, authority: true, municipalities: ['Kuopio'] }, 'fi'))).toMatchObject({
		...{ '@type': 'GovernmentService', provider: { '@type': 'GovernmentOrganization' }, areaServed: ['Kuopio'] },
	});
});
