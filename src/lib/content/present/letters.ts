/** How wide text is in Arial, as a share of the type's size: near enough to know on how many lines it stands. */
export function widthOf(text: string): number {
	return [...text].reduce((wide, letter) => wide + widthOfLetter(letter), 0);
}

/** Words are not broken, so that lines stay a little short. */
const FULL = 0.95;

export function linesIn(wide: number, line: number): number {
	return Math.ceil(wide / (line * FULL));
}

const WIDTHS: readonly (readonly [RegExp, number])[] = [
	[/[\s.,:;!'’|/()[\]ijltfIr-]/, 0.29],
	[/[mMwWжшщюыфЖШЩЮЫФ@—…→]/, 0.82],
	[/\p{Lu}/u, 0.69],
];
const USUAL = 0.54;

function widthOfLetter(letter: string): number {
	return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL;
}
