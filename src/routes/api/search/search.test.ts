import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { missesToShow, writeMisses } from '#lib/search/index.server.ts';
import { description } from '../openapi.json/description.ts';
import { GET } from './+server.ts';

const at = onGround();
const api = description(['ru', 'fi', 'en']);
const { SearchAnswer, SearchResult } = api.components.schemas;

async function ask(query: string, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
	const url = new URL(`http://localhost/api/search${query}`);
	// The handler reads only these of the event.
	const response = await GET({ url, request: new Request(url, { headers }), locals: { source: newId() } } as never);
	return { status: response.status, body: await response.json() };
}

test('the answer has exactly the agreed parts, best first', async () => {
	const { status, body } = await ask('?q=%D0%BE%D0%BC%D0%B0%D0%BA%D0%B5%D0%BB%D0%B0&lang=ru&limit=2');
	expect(status).toBe(200);
	expect(body).toEqual({
		query: 'омакела',
		results: [expect.objectContaining({ kind: 'service', id: 'kela-omakela' }), expect.anything()],
	});
	const [first] = (body as { results: object[] }).results;
	expect(Object.keys(first ?? {})).toEqual(SearchResult.required);
});

test('what the description promises is what is answered', async () => {
	const { body } = await ask('?q=jvfrtkf&lang=ru');
	expect(Object.keys(body as object).sort()).toEqual(Object.keys(SearchAnswer.properties).sort());
	const kinds = (await ask('?q=112&lang=en')).body as { results: { kind: string }[] };
	expect(kinds.results[0]?.kind).toBe('urgent');
	expect(kinds.results.filter(({ kind }) => !SearchResult.properties.kind.enum.includes(kind))).toEqual([]);
	const parameters = api.paths['/api/search'].get.parameters.map(({ name }) => name);
	expect(parameters).toEqual(['q', 'lang', 'municipality', 'as', 'limit']);
});

test('as typed, a query is not read as of another keyboard', async () => {
	const { body } = await ask('?q=jvfrtkf&lang=ru&as=typed');
	expect(body).not.toHaveProperty('didYouMean');
});

test('without limit there are at most ten, without lang the language is that of the caller', async () => {
	const { body } = await ask('?q=kela', { 'accept-language': 'fi-FI,fi;q=0.9,en;q=0.5' });
	const { results } = body as { results: { url: string }[] };
	expect(results).toHaveLength(10);
	expect(results.every(({ url }) => url.startsWith('/fi/'))).toBe(true);
});

test('a query longer than 200 characters is cut and answered', async () => {
	const { status, body } = await ask(`?q=${'a'.repeat(5_000)}`);
	expect(status).toBe(200);
	expect((body as { query: string }).query).toHaveLength(200);
});

test('what five people asked in vain comes to the editors, without the numbers in it', async () => {
	for (let person = 0; person < 5; person += 1) await ask('?q=qwrtzpx%20040%201234567&lang=en');
	await writeMisses();
	expect(await missesToShow(at.ground.db)).toMatchObject([{ query: 'qwrtzpx', lang: 'en', times: 5 }]);
});

test.each([
	['', 'the parameter q is missing'],
	['?q=kela&lang=xx', 'lang must be one of ru, fi, en'],
	['?q=kela&as=read', 'as must be typed'],
	['?q=kela&limit=0', 'limit must be a whole number from 1 to 50'],
	['?q=kela&limit=51', 'limit must be a whole number from 1 to 50'],
	['?q=kela&limit=1.5', 'limit must be a whole number from 1 to 50'],
	['?q=kela&limit=ten', 'limit must be a whole number from 1 to 50'],
	[`?q=kela&municipality=${'k'.repeat(101)}`, 'municipality must be at most 100 characters'],
])('bad input is refused in one plain sentence: %s', async (query, sentence) => {
	const { status, body } = await ask(query);
	expect(status).toBe(400);
	expect(body).toEqual({ error: expect.stringContaining(sentence) });
});
