import { expect, test } from 'vitest';
import { type Begun, Keeper } from './keeper.ts';

function keeperOf(answers: boolean[] = []) {
	const saved: Begun[] = [];
	const later: { work: () => void; ms: number }[] = [];
	const keeper = new Keeper({
		save: async (begun) => {
			saved.push(begun);
			return answers.shift() ?? true;
		},
		wait: (work, ms) => later.push({ work, ms }),
	});
	const goOn = async (): Promise<void> => {
		later.shift()?.work();
		await keeper.flush();
	};
	return { keeper, saved, later, goOn };
}

test('of what is typed quickly only the last is kept, once', async () => {
	const { keeper, saved, goOn } = keeperOf();
	for (const text of ['П', 'Пр', 'При']) keeper.note({ text, after: 4 });
	expect(keeper.has('При')).toBe(false);
	await goOn();
	await goOn();
	expect(saved).toEqual([{ text: 'При', after: 4 }]);
	expect(keeper.has('При')).toBe(true);
});

test('an emptied field is kept too: nothing is left on the server', async () => {
	const { keeper, saved, goOn } = keeperOf();
	keeper.restored('старое');
	keeper.note({ text: '', after: 4 });
	await goOn();
	expect(saved).toEqual([{ text: '', after: 4 }]);
});

test('what was restored is not sent back', async () => {
	const { keeper, saved } = keeperOf();
	keeper.restored('старое');
	await keeper.flush();
	expect(saved).toEqual([]);
});

test('what could not be kept counts as not kept, and is tried again later', async () => {
	const { keeper, saved, later } = keeperOf([false, true]);
	keeper.note({ text: 'важное', after: 1 });
	later.shift()?.work();
	await expect.poll(() => later.length).toBe(1);
	expect(keeper.has('важное')).toBe(false);
	expect(later[0]?.ms).toBeGreaterThan(5_000);
	later.shift()?.work();
	await expect.poll(() => keeper.has('важное')).toBe(true);
	expect(saved).toHaveLength(2);
});
