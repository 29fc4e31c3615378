import { describe, expect, test } from 'vitest';
import { afresh } from './afresh.ts';

describe('what is taken afresh', () => {
	test('is awaited for two rounds at most, though others call without end', async () => {
		const { takes, finish, refresh } = lists();
		void refresh();
		const waits = settled(refresh());
		finish(0);
		await turn();
		for (let more = 0; more < 5; more++) void refresh();
		finish(1);
		await turn();
		expect(waits.isOver).toBe(true);
		expect(takes).toHaveLength(3);
	});

	test('was never begun before the call', async () => {
		const { takes, finish, refresh } = lists();
		void refresh();
		const waits = settled(refresh());
		finish(0);
		await turn();
		expect(waits.isOver).toBe(false);
		expect(takes).toHaveLength(2);
	});

	test('is one round for all who call while another is on its way', async () => {
		const { takes, finish, refresh } = lists();
		const all = [refresh(), refresh(), refresh(), refresh()];
		finish(0);
		await turn();
		finish(1);
		await Promise.all(all);
		expect(takes).toHaveLength(2);
		void refresh();
		expect(takes).toHaveLength(3);
	});

	test('goes on after a round that failed', async () => {
		const { takes, fail, finish, refresh } = lists();
		const failed = refresh();
		const next = refresh();
		fail(0);
		await expect(failed).rejects.toThrow('away');
		await turn();
		finish(1);
		await next;
		expect(takes).toHaveLength(2);
	});
});

function lists() {
	const takes: PromiseWithResolvers<void>[] = [];
	const refresh = afresh(() => {
		const one = Promise.withResolvers<void>();
		takes.push(one);
		return one.promise;
	});
	return {
		takes,
		refresh,
		finish: (at: number) => takes[at]?.resolve(),
		fail: (at: number) => takes[at]?.reject(new Error('away')),
	};
}

function settled(promise: Promise<void>): { isOver: boolean } {
	const state = { isOver: false };
	void promise.then(() => {
		state.isOver = true;
	});
	return state;
}

const turn = () => new Promise((done) => setTimeout(done));
