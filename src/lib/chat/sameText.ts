const HIDDEN = /•+/;

/**
 * Whether `stored` may be what became of `sent`: the same words, but for what was hidden in them, then or later. In doubt
 * yes: a message that was stored must never be shown as one that was not.
 */
export function maySayTheSame(stored: string, sent: string): boolean {
	const pieces = stored.split(HIDDEN);
	const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
	if (pieces.length === 1) return stored === sent;
	if (!sent.startsWith(first) || !sent.slice(first.length).endsWith(last)) return false;
	return standInOrder(pieces.slice(1, -1), sent.slice(first.length, sent.length - last.length));
}

function standInOrder(pieces: readonly string[], text: string): boolean {
	let from = 0;
	for (const piece of pieces) {
		const found = text.indexOf(piece, from);
		if (found === -1) return false;
		from = found + piece.length;
	}
	return true;
}
