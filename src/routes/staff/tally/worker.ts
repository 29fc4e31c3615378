/**
 * Lets the page of a tally open without a network: of a counselling day, or of a date of the calendar. It answers for
 * nothing else: it stands below the folder of its pages, and what a page has not put into a cache of its own it does not know. It keeps nothing itself, and it has no list of files
 * that could be out of date.
 */
type Asked = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
declare const self: { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };

const PATIENCE_MS = 4_000;
const FOLDER = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
const TALLY = new RegExp(`^${FOLDER}[0-9a-f-]{36}$`);
const MODULE = new RegExp(`^${FOLDER}page-[\\w-]+\\.js$`);

addEventListener('install', () => void self.skipWaiting());
addEventListener('activate', () => void self.clients.claim());
addEventListener('fetch', (event) => {
	if (!isAsked(event)) return;
	const { request } = event;
	const { pathname, origin } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin) return;
	if (request.mode === 'navigate' && TALLY.test(pathname)) event.respondWith(freshElseKept(request));
	if (MODULE.test(pathname)) event.respondWith(keptElseFresh(request));
});

function isAsked(event: Event): event is Asked {
	return 'respondWith' in event;
}

/** Signed out, too slow, broken, not there any more: what is kept here is still good for tapping. */
async function freshElseKept(request: Request): Promise<Response> {
	const fresh = fetch(request);
	const kept = await caches.match(request.url, { ignoreSearch: true });
	if (!kept) return fresh;
	try {
		const answer = await Promise.race([fresh, tooLong()]);
		return answer?.ok ? answer : kept;
	} catch {
		return kept;
	}
}

/** Its name changes with its content. */
async function keptElseFresh(request: Request): Promise<Response> {
	return (await caches.match(request.url)) ?? fetch(request);
}

const tooLong = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
