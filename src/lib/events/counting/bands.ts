/** The finest cut that all funders have in common: both ESR periods and our own 65+ come out of it by adding bands. */
export const BANDS = ['under-18', '18-24', '25-29', '30-49', '50-54', '55-64', '65-plus'] as const;
export type Band = (typeof BANDS)[number];

export const UNKNOWN = 'unknown';

type Of<Coarse extends string> = Readonly<Record<Coarse, readonly Band[]>>;
const ESR_2014: Of<'under-25' | '25-54' | 'over-54'> = {
	'under-25': ['under-18', '18-24'],
	'25-54': ['25-29', '30-49', '50-54'],
	'over-54': ['55-64', '65-plus'],
};
const ESR_2021: Of<'under-18' | '18-29' | '30-54' | '55-plus'> = {
	'under-18': ['under-18'],
	'18-29': ['18-24', '25-29'],
	'30-54': ['30-49', '50-54'],
	'55-plus': ['55-64', '65-plus'],
};
const OWN: Of<'under-65' | '65-plus'> = {
	'under-65': ['under-18', '18-24', '25-29', '30-49', '50-54', '55-64'],
	'65-plus': ['65-plus'],
};

/** How a funder wants the ages: the programme periods of the ESR, and ours. */
export const AGE_CUTS = { 'esr-2014': ESR_2014, 'esr-2021': ESR_2021, own: OWN } as const;
export type AgeCut = keyof typeof AGE_CUTS;

/** The same people in another cut. Whose age is not known stays so; nobody is lost and nobody is counted twice. */
export function merged(ages: Readonly<Record<string, number>>, cut: AgeCut): Record<string, number> {
	const coarse = Object.entries<readonly Band[]>(AGE_CUTS[cut]).map(([code, bands]) => {
		const people = bands.reduce((whole, band) => whole + (ages[band] ?? 0), 0);
		return [code, people] as const;
	});
	return Object.fromEntries([...coarse, [UNKNOWN, ages[UNKNOWN] ?? 0]]);
}
