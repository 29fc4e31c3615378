import { describe, expect, it } from 'vitest';
import { errorLanguages, kindOf, wordsOfErrors } from './errorWords.ts';

describe('the words of an error page', () => {
	it.each([
		[404, 'missing'],
		[410, 'missing'],
		[403, 'forbidden'],
		[429, 'busy'],
		[503, 'busy'],
		[400, 'refused'],
		[413, 'refused'],
		[500, 'broken'],
	])('answer %i as %s', (status, kind) => {
		expect(kindOf(status)).toBe(kind);
	});

	it('say in every language what happened and what to do', () => {
		const kinds = [400, 403, 404, 500, 503].map(kindOf);
		const missing = errorLanguages().flatMap((lang) =>
			kinds
				.flatMap((kind) => [`error.${kind}.title`, `error.${kind}.do`])
				.filter((key) => !wordsOfErrors(lang)[key])
				.map((key) => `${lang} ${key}`),
		);
		expect(errorLanguages().length).toBeGreaterThan(0);
		expect(missing).toEqual([]);
	});

	it('are none in a language that is not ours', () => {
		expect(wordsOfErrors('xx')).toEqual({});
	});
});
