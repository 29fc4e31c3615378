import { expect, test } from 'vitest';
import type { Message, MessageKind } from '../conversation.ts';
import { type Clerk, forClerk, hasCome, isAlive, signedAs } from './clerk.ts';

const message = (parts: Partial<Message>): Message => ({
	...{ seq: 5, author: 'visitor', kind: 'text', text: 'канарейка', card: null, picture: null, hidden: [] },
	...{
		aboutSeq: null,
		language: 'ru',
		made: null,
		signed: null,
		sentAt: '2026-11-22T10:00:00Z',
		clientId: 'c-12345678',
	},
	...parts,
});
const came = { fromSeq: 4 };

/** What of a conversation reaches the clerk who came after its fourth step. */
const SEEN: readonly [what: string, step: Partial<Message>, isSeen: boolean][] = [
	['what the visitor wrote since', {}, true],
	['what the visitor wrote before', { seq: 4 }, false],
	['what a helper wrote since', { author: 'helper', signed: 'Anna' }, true],
	['what a helper wrote before', { seq: 1, author: 'helper' }, false],
	['a card since', { author: 'helper', kind: 'card' }, true],
	['a picture', { kind: 'picture' }, false],
	['a rendering of what was written since', { kind: 'rendering', aboutSeq: 5, seq: 6, made: 'human' }, true],
	['a rendering of what was written before', { kind: 'rendering', aboutSeq: 4, seq: 6, made: 'human' }, false],
	['a number hidden in what was written since', { kind: 'redacted', aboutSeq: 5, seq: 6 }, true],
	['a number hidden in what was written before', { kind: 'redacted', aboutSeq: 2, seq: 6 }, false],
	['that somebody else interprets now', { kind: 'handed', signed: 'Anna' }, true],
	['that the talk has ended', { kind: 'ended' }, true],
];

test.each(SEEN)('for the clerk: %s', (_what, parts, isSeen) => {
	const step = forClerk(message(parts), came);
	expect(step.kind !== 'passed').toBe(isSeen);
	expect(JSON.stringify(step).includes('канарейка')).toBe(isSeen);
	expect(step.seq).toBe(parts.seq ?? 5);
});

test('a kind that nobody has thought of stays out of sight', () => {
	// A later release may know more kinds than this list does.
	expect(forClerk(message({ kind: 'invented' as MessageKind }), came).kind).toBe('passed');
});

test('by the marks of others’ browsers nobody is known again', () => {
	expect(forClerk(message({}), came).clientId).toBe('');
	expect(forClerk(message({ author: 'clerk' }), came).clientId).toBe('c-12345678');
});

test('a link is alive until it is ended or its hours are over', () => {
	const at = new Date('2026-11-22T10:00:00Z');
	const later = new Date('2026-11-22T18:00:00Z');
	const clerk: Clerk = {
		...{ id: '1', conversationId: '2', language: 'fi', seesAll: false, signed: null, fromSeq: null },
		...{ expiresAt: later, triedAgainAt: null, endedAt: null },
	};
	expect([isAlive(clerk, at), isAlive(clerk, later), isAlive({ ...clerk, endedAt: at }, at)]).toEqual([
		true,
		false,
		false,
	]);
	expect([hasCome(clerk), hasCome({ ...clerk, signed: 'Kela', fromSeq: 0 })]).toEqual([false, true]);
});

test('the office is always said, the name when the clerk gave one', () => {
	expect([signedAs('Kela', ''), signedAs('Kela', 'Minna')]).toEqual(['Kela', 'Minna, Kela']);
});
