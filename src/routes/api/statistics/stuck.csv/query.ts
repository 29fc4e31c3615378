/** The quarter that is asked for; null when none is, or it is written in another way. */
export function quarterOfQuery(query: URLSearchParams): string | null {
	const quarter = query.get('quarter') ?? '';
	return /^20\d\d-Q[1-4]$/.test(quarter) ? quarter : null;
}
