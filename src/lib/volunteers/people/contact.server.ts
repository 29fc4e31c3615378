import { ground } from '#lib/platform/ground.server.ts';
import { seal, unseal } from '#lib/privacy/index.server.ts';

/** Number or address of a volunteer, for as long as she is here. */
export async function sealContact(accountId: string, contact: string): Promise<Buffer | null> {
	return contact === '' ? null : seal(await secret(), contact, placeOf(accountId));
}

/** Empty when she gave none. */
export async function openContact(one: { readonly id: string; readonly sealed: Buffer | null }): Promise<string> {
	return one.sealed === null ? '' : (unseal(await secret(), one.sealed, placeOf(one.id)) ?? '');
}

const secret = (): Promise<Buffer> => ground().keystore.secret('volunteers');
const placeOf = (accountId: string): string => `volunteer/${accountId}`;
