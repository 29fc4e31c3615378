import { beginPasskeySignIn } from '#lib/identity/index.server.ts';
import { giveOptions } from '../../passkeys.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => giveOptions(event, beginPasskeySignIn);
