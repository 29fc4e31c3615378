import type { About } from './item.ts';
import { listIn } from './public.ts';

/** The web addresses a text leads to: the service itself, the video, and the pages its facts were read in. */
export function addressesIn(about: About): string[] {
	const own = [about.url, about.video].filter((one): one is string => typeof one === 'string');
	const sources = listIn(about, 'sources').map((source) =>
		/^https?:\/\//.test(source) ? source : `https://${source}`,
	);
	return [...new Set([...own, ...sources])].filter((address) => URL.canParse(address));
}
