import { openEvents } from '../common/eventStream.ts';
import { parsed, request } from '../common/request.ts';
import { startServer } from '../common/server.ts';
import { type Author, type Ears, type Heard, shares, type Side } from './side.ts';

/** `floor` asks the database as the reference did with which the goals were set, `sharp` as well as we can. */
export const FLOORS = ['floor', 'sharp'] as const;
type FloorName = (typeof FLOORS)[number];

export async function floorSide(name: FloorName, port: number, databaseUrl: string): Promise<Side> {
	const server = await startServer({
		...{ args: ['bench/chat/floor.ts'], port, ready: 'the floor is ready' },
		environment: { DATABASE_URL: databaseUrl, FLOOR: name },
	});
	const listenTo = (places: readonly number[], reader: Author, ears: Ears): Promise<() => void> => {
		const open = places.map((place) => `${place}:${ears.cursor(place, reader)}`).join(',');
		return openEvents(`${server.url}/stream?open=${open}`, {}, ({ data }) => {
			const { id, message }: { id: string; message: Heard } = JSON.parse(data);
			ears.hear(Number(id), reader, message);
		});
	};
	return {
		name,
		pids: [server.pid],
		async listen(count, ears) {
			const desks = shares(count).map((places) => listenTo(places, 'helper', ears));
			const visitors = shares(count)
				.flat()
				.map((place) => listenTo([place], 'visitor', ears));
			const closings = await Promise.all([...desks, ...visitors]);
			return () => closings.forEach((close) => close());
		},
		async send(place, author, clientId, text) {
			const body = JSON.stringify({ clientId, text });
			const headers = { 'content-type': 'application/json' };
			const answer = await request('POST', `${server.url}/${author}/${place}`, { body, headers });
			return parsed<{ seq: number }>(answer, 201).seq;
		},
	};
}
