import { hasRightCheckDigit, inGroups, readDigits, withCheckDigit } from '#lib/platform/checkedDigits.ts';

/** The code that brings a visitor back: 20 digits in five groups. */
const LENGTH = 20;

export const completeCode = (first19: string): string => withCheckDigit(first19);

export const readCode = (typed: string): string | null => readDigits(typed, LENGTH);

export const hasRightCheck = (code: string): boolean => code.length === LENGTH && hasRightCheckDigit(code);

export const groupedCode = (code: string): string => inGroups(code);
