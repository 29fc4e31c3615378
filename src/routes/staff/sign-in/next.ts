const HOME = '/staff';
const ORIGIN = 'http://own.invalid';

/** Where to go after signing in: a path of the console and nothing else, whatever the link says. */
export function safeNext(wanted: string | null): string {
	if (!wanted || !URL.canParse(wanted, ORIGIN)) return HOME;
	const url = new URL(wanted, ORIGIN);
	const isOurs = url.origin === ORIGIN && (url.pathname === HOME || url.pathname.startsWith(`${HOME}/`));
	if (!isOurs || /^\/staff\/sign-(in|out)/.test(url.pathname)) return HOME;
	return url.pathname + url.search;
}
