/** Digits written together: "0400". `joined` when a point, colon or slash ties more to it: 12.5.2024, 9:30, 3,50. */
export type Group = { start: number; end: number; length: number; joined: boolean };

const GROUP = /\d+(?:[.:/]\d+|,\d{1,2}(?!\d))*/g;
const DIGITS = /\d+/g;
/** "1: 4471 2: 9920". */
const MARKED = /^[:)]\s?\d/;
const APART = /^[\s-]{1,3}$/;
const APART_ON_CARD = /^[\s.-]{1,3}$/;

/** Rows of groups with nothing but spaces and dashes between them, as one writes a code or a phone number. */
export function rowsOfGroups(text: string): Group[][] {
	const groups = groupsIn(GROUP, text);
	const isTogether: Together = (gap, a, b) => {
		const isPlain = !a.joined && !b.joined && !isNumeral(a, text) && !MARKED.test(text.slice(b.end, b.end + 3));
		return isPlain && APART.test(gap) && !gap.includes('\n');
	};
	return rows(groups, isTogether, text);
}

/** The same over line breaks and points, as a long number is broken. */
export function rowsOfDigits(text: string): Group[][] {
	const groups = groupsIn(DIGITS, text);
	return rows(groups, (gap) => APART_ON_CARD.test(gap), text);
}

export function digitsOf(row: readonly Group[], text: string): string {
	return row.map(({ start, end }) => text.slice(start, end)).join('');
}

/** The number of a word: "PIN2 90811". */
function isNumeral({ start, length }: Group, text: string): boolean {
	return length < 3 && /\p{L}/u.test(text[start - 1] ?? '');
}

type Together = (gap: string, a: Group, b: Group) => boolean;

function groupsIn(pattern: RegExp, text: string): Group[] {
	const groups: Group[] = [];
	pattern.lastIndex = 0;
	for (let found = pattern.exec(text); found; found = pattern.exec(text)) groups.push(toGroup(found.index, found[0]));
	return groups;
}

function toGroup(start: number, digits: string): Group {
	return { start, end: start + digits.length, length: digits.length, joined: /\D/.test(digits) };
}

function rows(groups: Group[], together: Together, text: string): Group[][] {
	const found: Group[][] = [];
	let previous: Group | undefined;
	for (const group of groups) {
		const row = found[found.length - 1];
		const gap = previous && text.slice(previous.end, Math.min(group.start, previous.end + 4));
		if (row && previous && gap && together(gap, previous, group)) row.push(group);
		else found.push([group]);
		previous = group;
	}
	return found;
}
