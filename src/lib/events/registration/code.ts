import { hasRightCheckDigit, inGroups, readDigits, withCheckDigit } from '#lib/platform/checkedDigits.ts';

/** The code of a registration: 12 digits in three groups, short enough to be said on the phone. */
const LENGTH = 12;
export const DRAWN_DIGITS = LENGTH - 1;

export const registrationCode = (drawn: string): string => withCheckDigit(drawn);

/** What somebody typed, as a code; null when it can be none. */
export function readRegistrationCode(typed: string): string | null {
	const code = readDigits(typed, LENGTH);
	return code !== null && hasRightCheckDigit(code) ? code : null;
}

export const groupedRegistrationCode = (code: string): string => inGroups(code);
