export const PAPERS = ['sign-in', 'tally', 'attendance', 'poster'] as const;
export type Paper = (typeof PAPERS)[number];

export const isPaper = (text: string): text is Paper => PAPERS.some((paper) => paper === text);
