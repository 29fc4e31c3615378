import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { dateSeen, seriesSeen } from './look.server.ts';
import { comes, somebody } from './testing.ts';

const at = onGround();
const coordinator = somebody('coordinator');
beforeAll(buildOrganisers);

test('whoever waits for a seat is not counted among those who have one', async () => {
	const [of] = (await planned({ id: 'full', capacity: 3, walkIn: 0 })).dates;
	if (!of) throw new Error('there are dates');
	await comes(of, { seats: 3 });
	await comes(of, { seats: 2, state: 'waiting' });
	await comes(of, { state: 'cancelled' });
	const crowd = { people: 5, waiting: 2 };
	expect(await dateSeen(at.ground.db, coordinator, of.id)).toMatchObject(crowd);
	const seen = await seriesSeen(at.ground.db, coordinator, of.seriesId);
	expect(seen?.dates.find(({ row }) => row.id === of.id)).toMatchObject(crowd);
	expect(seen?.dates.at(-1)).toMatchObject({ people: 0, waiting: 0 });
});
