import { createHash, createHmac } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';

/** The link's secret is 256 random bits; keyed all the same, so that a stolen database proves no link. */
export async function hashOfLink(link: string): Promise<Buffer> {
	const key = await ground().keystore.secret('cookies');
	return createHmac('sha256', key).update(`clerk-link ${link}`).digest();
}

/** The browser's own 256 random bits; a plain hash is enough. */
export const hashOfBrowser = (token: string): Buffer => createHash('sha256').update(token).digest();
