/** A telephone number as it is dialled from anywhere: `+` and 7 to 15 digits. */
export type ReadNumber =
	| { readonly number: string }
	| { readonly wrong: 'empty' | 'letters' | 'length' | 'country' | 'costly' };

const FINLAND = '+358';
/** Satellites and numbers that cost whoever calls them. */
const COSTLY = [...['600', '700'].map((group) => FINLAND + group), '+87', '+881', '+882', '+883', '+979'];

/** What somebody typed, in any spelling. A Finnish number may do without its country; a Russian one may begin with 8. */
export function readNumber(typed: string): ReadNumber {
	const bare = plain(typed);
	if (bare === '') return { wrong: 'empty' };
	if (!/^\+?\d+$/.test(bare)) return { wrong: 'letters' };
	const number = withCountry(bare);
	if (number === null) return { wrong: isShort(bare) ? 'length' : 'country' };
	if (!hasRightLength(number)) return { wrong: 'length' };
	return COSTLY.some((group) => number.startsWith(group)) ? { wrong: 'costly' } : { number };
}

/** As it is read and dialled by people: in groups. */
export function saidNumber(number: string): string {
	const finnish = /^\+358(\d{2})(\d{3})(\d+)$/.exec(number);
	if (finnish) return [FINLAND, ...finnish.slice(1)].join(' ');
	const neighbour = /^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
	if (neighbour) return neighbour.slice(1).join(' ');
	return number.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** As much of it as tells her which of her numbers it is, and nobody else anything. */
export const endOfNumber = (number: string): string => number.slice(-3);

/** Digits of every script, without what people put between them; `(0)` after a country is not dialled. */
function plain(typed: string): string {
	const digits = typed
		.normalize('NFKC')
		.replace(/\p{Nd}/gu, asciiDigit)
		.trim()
		.replace(/^tel:/i, '');
	const bare = digits.replace(/^(\+|00)([\d\s]+)\(0\)/, '$1$2').replace(/[\s\-‐-―.·/()\u200e\u200f\u202a-\u202e]/g, '');
	return bare.replace(/^00/, '+').replace(/^\+3580/, FINLAND);
}

function asciiDigit(digit: string): string {
	// Each script has its ten digits in one row that begins at a multiple of ten from the first of them.
	for (let value = 0; value < 10; value += 1) {
		const zero = (digit.codePointAt(0) ?? 0) - value;
		if (isRow(zero)) return String(value);
	}
	return digit;
}

const isDigit = (point: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(point));
const isRow = (zero: number): boolean => zero >= 48 && !isDigit(zero - 1) && isDigit(zero) && isDigit(zero + 9);

function withCountry(bare: string): string | null {
	if (bare.startsWith('+')) return /^\+[1-9]/.test(bare) ? bare : null;
	if (bare.startsWith('0')) return FINLAND + bare.slice(1);
	if (/^358\d{6,}$/.test(bare)) return `+${bare}`;
	if (/^[78][3489]\d{9}$/.test(bare)) return `+7${bare.slice(1)}`;
	return /^(4|50)\d{5,9}$/.test(bare) ? FINLAND + bare : null;
}

function hasRightLength(number: string): boolean {
	const digits = number.length - 1;
	if (number.startsWith(FINLAND)) return digits >= 9 && digits <= 14 && number[4] !== '0';
	return number.startsWith('+7') ? digits === 11 : digits >= 8 && digits <= 15;
}

const isShort = (bare: string): boolean => bare.replace('+', '').length < 7;
