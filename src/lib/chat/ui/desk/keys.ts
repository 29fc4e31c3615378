/** The keys of the desk. Single letters work only where nothing is being written, and can be switched off. */
export type Deed = 'next' | 'previous' | 'claim' | 'insert' | 'list' | 'list-pane' | 'talk-pane' | 'card-pane';
export type Pressed = {
	readonly key: string;
	readonly code: string;
	readonly altKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
};
export type Where = { readonly isWriting: boolean; readonly isInList: boolean; readonly letters: boolean };

const PANES: Readonly<Record<string, Deed>> = { Digit1: 'list-pane', Digit2: 'talk-pane', Digit3: 'card-pane' };
/** By the place on the keyboard, so that a Cyrillic layout has them too. */
const LETTERS: Readonly<Record<string, Deed>> = { KeyJ: 'next', KeyK: 'previous', KeyC: 'claim' };
const ARROWS: Readonly<Record<string, Deed>> = { ArrowDown: 'next', ArrowUp: 'previous' };

export function deedOf(pressed: Pressed, where: Where): Deed | null {
	if (pressed.ctrlKey || pressed.metaKey) return null;
	if (pressed.altKey) return PANES[pressed.code] ?? null;
	if (pressed.key === 'Escape') return 'list';
	if (where.isWriting) return null;
	if (where.isInList && ARROWS[pressed.key]) return ARROWS[pressed.key] ?? null;
	if (pressed.key === '/') return where.letters ? 'insert' : null;
	return where.letters ? (LETTERS[pressed.code] ?? null) : null;
}
