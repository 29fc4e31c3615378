import type { LinkFinding } from './link.ts';

/** What became of a call, as far as it matters here. */
export type Called = { readonly status: number; readonly body: string } | { readonly failed: string };

/**
 * What a call says of a link. `refused`: the page lets no program in, or we do not call such addresses; a person has to
 * look. A page that keeps programs out is no failure: most banks do.
 */
export function findingOf(called: Called): LinkFinding {
	if ('failed' in called) return { ...NOTHING, outcome: OUTCOMES[called.failed] ?? 'unreachable', failed: true };
	const { status } = called;
	if (isHere(status)) return { outcome: 'ok', status, failed: false, heading: headingOf(called.body) };
	if (KEEPS_OUT.includes(status)) return { ...NOTHING, outcome: 'refused', status, failed: false };
	return { ...NOTHING, outcome: status >= 500 ? 'unreachable' : 'broken', status, failed: true };
}

const NOTHING = { status: null, heading: null } as const;
const OUTCOMES: Readonly<Record<string, LinkFinding['outcome']>> = {
	address: 'refused',
	private: 'refused',
	redirects: 'broken',
};
/** 405: no page for GET, but something; 999: what one large network answers to programs. */
const KEEPS_OUT = [401, 403, 405, 406, 407, 429, 451, 999];

/** 416: an empty page has no first part, but it is there. */
function isHere(status: number): boolean {
	return (status >= 200 && status < 300) || status === 416;
}

const LONGEST_PART = 3_000;

/**
 * Title and main heading: when they change, the page behind the link is another one. Null when it has neither. Looks at
 * short parts only: the page is not ours, and it may want to keep us busy.
 */
export function headingOf(html: string): string | null {
	const parts = [inside(html, 'title'), inside(html, 'h1')];
	return parts.some((part) => part !== '') ? parts.join('\n') : null;
}

function inside(html: string, tag: string): string {
	const start = html.search(new RegExp(`<${tag}[\\s>]`, 'i'));
	if (start < 0) return '';
	const part = html.slice(start, start + LONGEST_PART);
	const end = part.search(new RegExp(`</${tag}`, 'i'));
	const opened = part.indexOf('>') + 1;
	if (opened === 0 || end < opened) return '';
	return part
		.slice(opened, end)
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
