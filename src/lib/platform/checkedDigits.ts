/**
 * Codes that people write down: digits, because they are the same on every keyboard, in every alphabet and on paper. The
 * last one is a Luhn check, so that a slip of the pen is told without asking anybody.
 */
export function withCheckDigit(digits: string): string {
	return digits + checkDigit(digits);
}

/** What she typed as so many plain digits, or null; spaces, dashes and digits of other scripts are welcome. */
export function readDigits(typed: string, length: number): string | null {
	const digits = typed
		.normalize('NFKC')
		.replace(/\p{Nd}/gu, asciiDigit)
		.replace(/[\s\-–—.·_]/g, '');
	return /^\d+$/.test(digits) && digits.length === length ? digits : null;
}

export function hasRightCheckDigit(code: string): boolean {
	return checkDigit(code.slice(0, -1)) === code.at(-1);
}

/** In groups of four, as it is shown, printed and read aloud. */
export function inGroups(code: string): string {
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
