import { expect, test } from 'vitest';
import { gathered } from './gathered.ts';

function counting() {
	const asked: (readonly string[])[] = [];
	const ask = async (keys: readonly string[]) => {
		asked.push(keys);
		if (keys.includes('broken')) throw new Error('no answer');
		await new Promise((resolve) => setTimeout(resolve, 5));
		return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key}!`]));
	};
	return { asked, look: gathered(ask) };
}

test('whoever asks at once is answered by one question, each with her own answer', async () => {
	const { asked, look } = counting();
	expect(await Promise.all(['a', 'b', 'nobody', 'a'].map(look))).toEqual(['a!', 'b!', null, 'a!']);
	expect(asked).toEqual([['a', 'b', 'nobody']]);
});

test('whoever comes while a question is under way is asked for afterwards, not answered from before', async () => {
	const { asked, look } = counting();
	const first = look('a');
	await new Promise((resolve) => setTimeout(resolve, 1));
	const later = [look('a'), look('b')];
	expect(await Promise.all([first, ...later])).toEqual(['a!', 'a!', 'b!']);
	expect(asked).toEqual([['a'], ['a', 'b']]);
});

test('a question that fails fails for those who were in it, and the next one is asked', async () => {
	const { look } = counting();
	const failed = [look('broken'), look('a')].map((one) => one.catch(() => 'failed'));
	expect(await Promise.all(failed)).toEqual(['failed', 'failed']);
	expect(await look('a')).toBe('a!');
});
