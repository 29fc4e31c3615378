import { expect, test } from 'vitest';
import { drawTurned, type Quarter, turned, ZOOMS, zoomed } from './turned.ts';

test('four turns are none', () => {
	const all: Quarter[] = [0];
	for (let turn = 0; turn < 4; turn += 1) all.push(turned(all.at(-1) ?? 0));
	expect(all).toEqual([0, 1, 2, 3, 0]);
});

test('a page on its side takes up as much place as it shows', () => {
	const canvas = { width: 0, height: 0, getContext: () => null } as unknown as HTMLCanvasElement;
	const bitmap = { width: 300, height: 200 } as ImageBitmap;
	const sizes = ([0, 1, 2, 3] as const).map((quarter) => {
		drawTurned(canvas, bitmap, quarter);
		return [canvas.width, canvas.height];
	});
	expect(sizes).toEqual([
		[300, 200],
		[200, 300],
		[300, 200],
		[200, 300],
	]);
});

test('the zoom goes step by step and stays at either end', () => {
	expect([zoomed(100, 1), zoomed(100, -1)]).toEqual([150, 75]);
	expect([zoomed(ZOOMS[0] ?? 0, -1), zoomed(300, 1)]).toEqual([50, 300]);
});
