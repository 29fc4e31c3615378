/** A form that cannot be taken apart: torn in its middle, without its boundary. The sender's fault, not ours (P20). */
export function isBrokenForm(error: unknown): boolean {
	return (error instanceof TypeError && UNREADABLE.test(error.message)) || error instanceof URIError;
}

/** The engine says it in words only; brokenForm.test.ts holds it to them. */
const UNREADABLE = /as FormData|Content-Type was not one of/;
