import { expect, test } from 'vitest';
import { type Acknowledged, makeOutbox, type Pending } from './outbox.ts';

type Answer = Acknowledged | { refused: string } | 'nothing';
const ack = (seq: number): Acknowledged => ({ seq, text: '', hidden: [] });

function boxOf(answers: Answer[]) {
	const log: string[] = [];
	const later: (() => void)[] = [];
	const box = makeOutbox(
		{
			send: async ({ id }) => {
				log.push(`send ${id}`);
				const answer = answers.shift() ?? ack(1);
				if (answer === 'nothing') throw new Error('the network is away');
				return answer;
			},
			stored: ({ id }, { seq }) => log.push(`stored ${id} as ${seq}`),
			trying: ({ id }) => log.push(`trying ${id}`),
			failed: ({ id }, reason) => log.push(`failed ${id}: ${reason}`),
		},
		(work) => later.push(work),
	);
	const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
	return { box, log, settle, goOn: async () => (later.shift()?.(), settle()) };
}
const message = (id: string): Pending => ({ id, text: id });

test('a message that gets no answer is sent again under the same id, and the next one waits for it', async () => {
	const { box, log, settle, goOn } = boxOf(['nothing', ack(1), ack(2)]);
	box.put(message('a'));
	box.put(message('b'));
	await settle();
	expect(log).toEqual(['send a', 'trying a']);
	expect(box.size).toBe(2);
	await goOn();
	expect(log).toEqual(['send a', 'trying a', 'send a', 'stored a as 1', 'send b', 'stored b as 2']);
	expect(box.size).toBe(0);
});

test('nothing is called stored before the server said so', async () => {
	const { box, log, settle } = boxOf(['nothing']);
	box.put(message('a'));
	await settle();
	expect(log.some((line) => line.startsWith('stored'))).toBe(false);
});

test('a refusal that passes is waited out, one that does not gives the message back', async () => {
	const { box, log, settle, goOn } = boxOf([{ refused: 'database' }, { refused: 'too-many' }, { refused: 'blocked' }]);
	box.put(message('a'));
	await settle();
	await goOn();
	await goOn();
	expect(log).toEqual(['send a', 'trying a', 'send a', 'trying a', 'send a', 'failed a: blocked']);
	expect(box.size).toBe(0);
});
