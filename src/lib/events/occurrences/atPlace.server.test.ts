import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { comingAt } from './atPlace.server.ts';
import { occurrences } from './store.server.ts';

const at = onGround();

beforeAll(async () => {
	await buildOrganisers();
	await at.ground.db.query(
		`insert into service_points (id, position, card) values ('hall', 1, '{}'), ('room', 2, '{}')`,
	);
});

test('what is planned at a place is listed; what is over, cancelled, elsewhere or of others is not', async () => {
	const back = turnClock(() => Date.parse('2026-05-20T09:00:00Z'));
	const { of, dates } = await planned({ placeId: 'hall' });
	await planned({ placeId: 'room' });
	await planned({ placeId: 'hall', organisationId: 'far' });
	const last = dates.at(-1);
	if (!last) throw new Error('no dates');
	await occurrences(at.ground.db).save({ ...last, state: 'cancelled', cause: 'venue-refused' });
	const found = await comingAt('hall', ['near']);
	back();
	expect(found.map(({ day }) => day)).toEqual(['2026-05-26', '2026-06-02', '2026-06-09']);
	expect(found[0]).toMatchObject({ seriesId: of.id, starts: '12:00', names: { fi: 'Kerho' } });
});
