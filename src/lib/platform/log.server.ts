import { now } from './clock.ts';

/**
 * One line of JSON for each thing worth knowing, on stderr. Callers give ids, counts and codes only: no words of
 * people, no addresses, no user agents (P31); an error is logged by its name, code and place, never by its values.
 */
type Detail = string | number | boolean | null | undefined;

export function logInfo(event: string, details: Record<string, Detail> = {}): void {
	write('info', event, details);
}

export function logWarning(event: string, details: Record<string, Detail> = {}): void {
	write('warning', event, details);
}

export function logError(event: string, error: unknown, details: Record<string, Detail> = {}): void {
	write('error', event, { ...details, ...describe(error) });
}

/** PostgreSQL puts the values of a row into `detail` and into some messages, so neither is taken over. */
function describe(error: unknown): Record<string, Detail> {
	if (!(error instanceof Error)) return { error: typeof error };
	const code = 'code' in error ? String(error.code) : undefined;
	const place = error.stack
		?.split('\n')
		.find((line) => line.includes('    at '))
		?.trim();
	return { error: error.name, code, message: code ? undefined : error.message.slice(0, 200), place };
}

function write(level: string, event: string, details: Record<string, Detail>): void {
	process.stderr.write(`${JSON.stringify({ at: now().toISOString(), level, event, ...details })}\n`);
}
