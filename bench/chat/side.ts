/** What is measured: the floor or the site, with the same number of conversations, readers and streams. */
export type Side = {
	readonly name: string;
	/** The processes that answer, for their processor time. */
	readonly pids: readonly number[];
	/** Opens the streams of the first `count` conversations, two readers each; gives the way to close them. */
	listen(count: number, ears: Ears): Promise<() => void>;
	/** Resolves with the message's number when the server says that it is stored. */
	send(place: number, author: Author, clientId: string, text: string): Promise<number>;
};

export type Author = 'visitor' | 'helper';
export type Heard = { seq: number; clientId: string; text: string | null };
export type Ears = {
	/** The last number that this reader of the conversation has. */
	cursor(place: number, reader: Author): number;
	hear(place: number, reader: Author, message: Heard): void;
};

/** A console keeps at most this many conversations open in one stream. */
export const OPEN_IN_ONE_STREAM = 12;

/** The places from 0 to `count`, cut into those that share a helper's stream. */
export function shares(count: number): number[][] {
	const places = Array.from({ length: count }, (_, place) => place);
	return places.flatMap((place) =>
		place % OPEN_IN_ONE_STREAM === 0 ? [places.slice(place, place + OPEN_IN_ONE_STREAM)] : [],
	);
}
