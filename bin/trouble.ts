/** Something that the person at the keyboard can mend: one clear line, no stack, exit code 1. */
export class Trouble extends Error {
	override name = 'Trouble';
}

/** Turns what the system says about files and ports into such a line. */
export function asTrouble(error: unknown, what: string): Trouble {
	if (error instanceof Trouble) return error;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const sentence = SENTENCES[code];
	if (sentence) return new Trouble(`${what}: ${sentence}`);
	return new Trouble(`${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
}

const SENTENCES: Record<string, string> = {
	EACCES: 'no permission.',
	EPERM: 'no permission.',
	EROFS: 'the disk is read-only.',
	ENOSPC: 'the disk is full.',
	EDQUOT: 'the disk quota is used up.',
	ENOTDIR: 'part of the path is a file, not a folder.',
	EEXIST: 'a file stands in its place.',
	EADDRINUSE: 'the port is taken by another program.',
	EADDRNOTAVAIL: 'this machine has no such address.',
};
