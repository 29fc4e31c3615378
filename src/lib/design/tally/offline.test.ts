import { afterEach, expect, test, vi } from 'vitest';
import { keepPage } from './offline.ts';

const TALLY = '01a20430-8049-794c-98f1-f052ccc6d3b9';
const PAGE = { folder: '/staff/tally/', name: 'tally' };

/** A phone without a network, whose browser keeps `kept`. */
function offline(kept: string[], controller: object | null): void {
	const away = () => Promise.reject(new TypeError('no network'));
	const isKept = (url: string, { cacheName }: { cacheName: string }) =>
		Promise.resolve(kept.includes(url) && cacheName === `tally:${TALLY}` ? new Response() : undefined);
	const serviceWorker = { register: away, controller };
	vi.stubGlobal('navigator', { serviceWorker });
	vi.stubGlobal('caches', { match: isKept });
	vi.stubGlobal('window', { caches: {} });
	vi.stubGlobal('fetch', away);
}

afterEach(() => void vi.unstubAllGlobals());

test('a page that was opened without a network is not said to need one', async () => {
	offline([`/staff/tally/${TALLY}`], {});
	expect(await keepPage(PAGE, TALLY)).toBe(true);
});

test('a page that was never kept needs the network, and so does one that no worker answers for', async () => {
	offline([], {});
	expect(await keepPage(PAGE, TALLY)).toBe(false);
	offline([`/staff/tally/${TALLY}`], null);
	expect(await keepPage(PAGE, TALLY)).toBe(false);
});
