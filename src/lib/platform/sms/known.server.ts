import { createHmac } from 'node:crypto';
import { ground } from '../ground.server.ts';

/**
 * By which a number is known again when a text message comes from it. The pepper is in the keystore: a stolen database
 * tells nobody who wrote (docs/decisions/0022), nor that the one who asked and the one who registered are the same.
 */
export async function hashOfNumber(number: string, use: '' | 'typed' | 'event'): Promise<Buffer> {
	return createHmac('sha256', await ground().keystore.secret('numbers'))
		.update(use === '' ? number : `${use}\0${number}`)
		.digest();
}
