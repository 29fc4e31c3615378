/** How large a file is, in words that say whether it is much: «240 кБ», «1,2 МБ». */
export function sizeSaid(lang: string, bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1_000));
	const [number, unit] = kilobytes < 1_000 ? [kilobytes, 'kilobyte'] : [kilobytes / 1_000, 'megabyte'];
	return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(number);
}
