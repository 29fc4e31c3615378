import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Whole, wholes } from '../people/read.server.ts';
import { volunteers } from '../people/store.server.ts';
import type { Shift, Swap } from './shift.ts';
import { mayTakeOver, standingOf } from './standing.ts';
import { readAround } from './standing.server.ts';
import { suitsHer } from './suiting.ts';
import { obstacles } from './taking.ts';

/** Colleagues whom it suits and whom nothing keeps from it; whoever was asked longest ago comes first. */
export async function suited(db: Queryable, shift: Shift, swap?: Swap): Promise<string[]> {
	const others = (await othersThan(db, shift, swap)).filter((one) => suitsHer(shift, one));
	const found = await unhindered(db, shift, { others, swap });
	return found.sort((a, b) => Number(a.askedAt ?? 0) - Number(b.askedAt ?? 0)).map(({ id }) => id);
}

/** Who could take it over from its holder, whatever they wish for: she knows whom she asks by name. */
export async function successors(db: Queryable, shift: Shift, swap: Swap): Promise<Whole[]> {
	return unhindered(db, shift, { others: await othersThan(db, shift, swap), swap });
}

async function othersThan(db: Queryable, shift: Shift, swap?: Swap): Promise<Whole[]> {
	const all = await wholes(db, await volunteers(db).within([shift.organisationId]));
	return all.filter(({ id }) => id !== swap?.holderId);
}

type Asked = { readonly others: readonly Whole[]; readonly swap: Swap | undefined };

async function unhindered(db: Queryable, shift: Shift, { others, swap }: Asked): Promise<Whole[]> {
	const around = await readAround(
		db,
		[shift],
		others.map(({ id }) => id),
	);
	return others.filter((one) => {
		const hers = around(shift, one.id);
		return swap ? mayTakeOver(one, hers, swap) : obstacles(shift, one, standingOf(one, hers)).length === 0;
	});
}
