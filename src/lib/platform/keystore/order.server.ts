import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { KEY_CLASSES, SECRET_NAMES } from './keystore.server.ts';

/** What a node may ask of the keystore's process, one order a request. Names become parts of paths and lines there. */
const keyClass = v.picklist(KEY_CLASSES);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const subject = v.pipe(
	v.string(),
	v.regex(/^[\w-]{1,64}$/),
	v.check((text) => text !== 'day'),
);
const of = v.object({ keyClass, day, subject });

export const orderSchema = v.variant('do', [
	v.object({ do: v.literal('make'), of }),
	v.object({ do: v.literal('find'), of }),
	v.object({ do: v.literal('forget'), of }),
	v.object({ do: v.literal('destroy-before'), keyClass, day }),
	v.object({ do: v.literal('days'), keyClass }),
	v.object({ do: v.literal('secret'), name: v.picklist(SECRET_NAMES) }),
	v.object({ do: v.literal('look') }),
]);
export type Order = v.InferOutput<typeof orderSchema>;

export const LARGEST_ORDER = 1_024;

/** In constant time: how much of a wrong secret was right is not to be learned from how long the answer takes. */
export function isBearer(header: string | undefined, secret: string): boolean {
	return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${secret}`));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
