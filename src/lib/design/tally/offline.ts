/**
 * Lets the page open without a network: the worker answers with what the page itself puts into a cache of its tally,
 * its own address and its module. Nothing in them is about anybody: names of places, topics, codes.
 */
export type Offline = {
	/** Where its pages, its module and its worker lie: `/staff/tally/`. */
	readonly folder: string;
	/** Under which its pages are kept. */
	readonly name: string;
};

/** False where the page will not open without a network. */
export async function keepPage(of: Offline, tally: string): Promise<boolean> {
	if (!('serviceWorker' in navigator) || !('caches' in window)) return false;
	try {
		await navigator.serviceWorker.register(`${of.folder}worker.js`, { scope: of.folder });
		return await keepFresh(of, tally);
	} catch {
		return wasKept(of, tally);
	}
}

/** Without a network nothing can be kept afresh; what was kept before is still there. */
async function wasKept({ folder, name }: Offline, tally: string): Promise<boolean> {
	if (navigator.serviceWorker.controller === null) return false;
	const kept = await caches.match(folder + tally, { cacheName: `${name}:${tally}` }).catch(() => undefined);
	return kept !== undefined;
}

/** The day is over and all is sent: the page goes, and with the last one the worker. */
export async function dropPage({ folder, name }: Offline, tally: string): Promise<void> {
	if (!('serviceWorker' in navigator) || !('caches' in window)) return;
	await caches.delete(`${name}:${tally}`);
	if ((await caches.keys()).some((kept) => kept.startsWith(`${name}:`))) return;
	await (await navigator.serviceWorker.getRegistration(folder))?.unregister();
}

/** The page as it is now, with the module that it names; what an older one needed goes. */
async function keepFresh({ folder, name }: Offline, tally: string): Promise<boolean> {
	const page = folder + tally;
	const module = new URL(import.meta.url).pathname;
	const answer = await fetch(page, { headers: { accept: 'text/html' } });
	const cache = await caches.open(`${name}:${tally}`);
	if (!answer.ok || answer.redirected) return (await cache.match(page)) !== undefined;
	const text = await answer.clone().text();
	const named = new RegExp(`${folder}page-[\\w-]+\\.js`).exec(text)?.[0] ?? module;
	if (!(await cache.match(named))) await cache.add(named);
	await cache.put(page, answer);
	for (const { url } of await cache.keys()) {
		if (![page, named].includes(new URL(url).pathname)) await cache.delete(url);
	}
	return true;
}
