import type { Buffer } from 'node:buffer';
import { Away } from '../away.ts';

/**
 * Where the keys of people's words live: apart from the database and never in its backups (docs/decisions/0005).
 * A key belongs to a class (how long such words are kept), to the day on which they expire, and to one subject
 * (a conversation). It is derived from the day's key and the subject's share; destroying either one is enough.
 * Everything may be asked twice: it then happens once.
 */
export interface Keystore {
	/** The subject's key under that day; made if it is not there yet. Durable before it resolves. */
	makeKey(of: KeyName): Promise<Buffer>;
	/** The subject's key, or null when its share or its day is gone. */
	findKey(of: KeyName): Promise<Buffer | null>;
	/** Destroys one subject's share: its words are unreadable at once, in every backup too. */
	forget(of: KeyName): Promise<void>;
	/** Destroys every day of the class before `day`; gives the days destroyed. */
	destroyBefore(keyClass: KeyClass, day: string): Promise<string[]>;
	/** The days of the class that have a key, in order. */
	days(keyClass: KeyClass): Promise<string[]>;
	/** A lasting secret of this installation (pepper of return codes, seal of second factors), 256 bits. */
	secret(name: SecretName): Promise<Buffer>;
	/** False from the first failed contact until the next good one. */
	isUp(): boolean;
	close(): void;
}

export const KEY_CLASSES = ['chat', 'case', 'event'] as const;
export const SECRET_NAMES = [
	'return-codes',
	'second-factor',
	'cookies',
	'mails',
	'numbers',
	'tickets',
	'volunteers',
] as const;

export type KeyClass = (typeof KEY_CLASSES)[number];
export type KeyName = { keyClass: KeyClass; day: string; subject: string };
export type SecretName = (typeof SECRET_NAMES)[number];

/** Words can be neither written nor read until it is back. */
export class KeystoreDown extends Away {
	override name = 'KeystoreDown';
}

/** The longest that a key may stay in the memory of a node after it was fetched, destroyed or not. */
export const LONGEST_IN_MEMORY_MS = 60_000;
