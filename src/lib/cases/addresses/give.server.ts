import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { caseWithin } from '../case/reach.server.ts';
import { may } from '../policy.ts';
import { herCase } from '../rights/herCase.server.ts';
import type { VisitorActor } from '../rights/visitor.ts';
import { id } from '../schema.ts';
import { hashOfNumber, hashOfTyped } from '../sms/number.server.ts';
import { smsCases } from '../sms/store.server.ts';
import type { CaseRow } from '../store.server.ts';
import { keepWords, sealInCase } from '../words.server.ts';
import { type GivenAddress, givenAddress } from './address.ts';
import { openAddress } from './open.server.ts';
import { addresses, placeOfAddress } from './store.server.ts';

/** On the page of her case. Another address of the same kind is replaced. */
export const giveOwnAddress = command({
	input: givenAddress,
	load: herCase,
	allow: (_of, _at: { actor: VisitorActor }, given) => canBeSent(given),
	run: async (of, at: Within<VisitorActor>, given) => {
		const { wasKnown } = await give(of, at, given);
		const { kind, address } = given.address;
		// It may be anybody's: what its owner sends must not be read in this case, but may end what goes there.
		if (kind === 'sms' && !wasKnown) await smsCases(at.tx).know(of.id, await hashOfTyped(address));
		return of;
	},
	present: () => ({ given: true }),
});

/** By the helper whom she tells it. From her number what she sends finds the case, too. */
export const giveAddressFor = command({
	input: v.object({ id, ...givenAddress.entries }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }, given) =>
		may(actor).write(of) ? canBeSent(given) : refused('not-held'),
	run: async (of, at: Within<StaffActor>, given) => {
		await give(of, at, given);
		const { kind, address } = given.address;
		if (kind === 'sms') await smsCases(at.tx).know(of.id, await hashOfNumber(address));
		return of;
	},
	present: () => ({ given: true }),
});

function canBeSent({ ways, address }: GivenAddress): true | Refusal {
	if (ways.includes(address.kind)) return true;
	return refused('malformed', { address: address.kind === 'email' ? 'number' : 'email' });
}

type Deed = Pick<Within<VisitorActor | StaffActor>, 'tx' | 'audit'>;

async function give(of: CaseRow, { tx, audit }: Deed, { address: { kind, address }, wants }: GivenAddress) {
	const row = (await addresses(tx).ofCase(of.id)).find((one) => one.kind === kind);
	const wasKnown = row !== undefined && (await openAddress(tx, of, kind)) === address;
	const kept = await keepWords(tx, of);
	const sealed = await sealInCase(kept, placeOfAddress(of.id, kind), address);
	// Whoever began with a letter and writes the same address again keeps the links of our mails.
	const fromLetter = wasKnown && row.fromLetter;
	await addresses(tx).put(of.id, { kind, sealed, wantsText: wants, fromLetter }, now());
	await audit({ action: 'give-address', subject: 'case', subjectId: of.id, reason: kind });
	return { wasKnown };
}
