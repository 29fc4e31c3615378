/**
 * The code that brings a visitor back: 20 digits, the last one a Luhn check, so that a slip of the pen is told without
 * asking anybody. Digits, because they are the same on every keyboard, in every alphabet and on paper.
 */
const LENGTH = 20;

export function completeCode(first19: string): string {
	return first19 + checkDigit(first19);
}

/** What she typed as 20 plain digits, or null; spaces, dashes and digits of other scripts are welcome. */
export function readCode(typed: string): string | null {
	const digits = typed
		.normalize('NFKC')
		.replace(/\p{Nd}/gu, asciiDigit)
		.replace(/[\s\-–—.·_]/g, '');
	return /^\d+$/.test(digits) && digits.length === LENGTH ? digits : null;
}

export function hasRightCheck(code: string): boolean {
	return code.length === LENGTH && checkDigit(code.slice(0, -1)) === code.at(-1);
}

/** In five groups of four, as it is shown, printed and read aloud. */
export function groupedCode(code: string): string {
	return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

function checkDigit(digits: string): string {
	const sum = [...digits].reverse().reduce((total, digit, place) => total + weighted(Number(digit), place), 0);
	return String((10 - (sum % 10)) % 10);
}

function weighted(digit: number, place: number): number {
	if (place % 2 === 1) return digit;
	return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

function asciiDigit(digit: string): string {
	let zero = digit.codePointAt(0) ?? 48;
	const start = zero;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && start - zero < 9) zero -= 1;
	return String((start - zero) % 10);
}
