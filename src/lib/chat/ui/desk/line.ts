import { instant } from '#lib/platform/clock.ts';
import type { Message } from './shown.ts';

/** The console's one stream. It is opened again whenever it breaks or falls silent, from where each conversation is. */
export type Hearing = {
	/** Which conversations to bring, and from which number on. */
	following(): readonly { id: string; seq: number }[];
	queue(): void;
	message(id: string, message: Message): void;
	typing(id: string): void;
	/** How far the visitor has read. */
	read(id: string, seq: number): void;
	/** Colleagues wrote something about it. */
	notes(id: string): void;
	/** A clerk came, went, or was tried to be. */
	clerk(id: string): void;
	gone(id: string): void;
	/** Another organisation goes on with it. */
	moved(id: string): void;
	signedOut(): void;
	/** The house heard that somebody is here, or nothing reaches it though the stream still flows. */
	here(isHeard: boolean): void;
	/** Up: take everything afresh. Down: say so, and find out why. */
	line(isUp: boolean): void;
};
export type Line = { reopen(): void; close(): void };

/** How often the house is told that somebody is here: with every other beat. */
const HERE_MS = 25_000;
const SILENT_MS = 40_000;
const LOOK_MS = 5_000;
const ASLEEP_MS = 20_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export function openLine(hearing: Hearing): Line {
	let source: EventSource | undefined;
	let saidAt = 0;
	let heardAt = instant();
	let pause = FIRST_PAUSE_MS;
	let retry: ReturnType<typeof setTimeout> | undefined;

	// On what comes, not on a clock of the page's own: browsers slow down the clocks of what is not in front.
	const sayHere = async (): Promise<void> => {
		if (instant() - saidAt < HERE_MS) return;
		saidAt = instant();
		const isHeard = await fetch('/staff/desk/here', { method: 'POST' }).then(
			() => true,
			() => false,
		);
		if (!isHeard) saidAt = 0;
		hearing.here(isHeard);
	};
	const open = (): void => {
		clearTimeout(retry);
		source?.close();
		heardAt = instant();
		source = new EventSource(addressOf(hearing));
		source.addEventListener('open', () => {
			pause = FIRST_PAUSE_MS;
			hearing.line(true);
		});
		source.addEventListener('error', fail);
		listen(source, hearing, () => {
			heardAt = instant();
			void sayHere();
		});
	};
	// Always a new stream, never the browser's own retry: that one would ask from old numbers.
	const fail = (): void => {
		source?.close();
		hearing.line(false);
		retry = setTimeout(open, pause);
		pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
	};
	const wake = (): void => {
		if (!document.hidden && instant() - heardAt > ASLEEP_MS) open();
	};
	const look = setInterval(() => instant() - heardAt > SILENT_MS && fail(), LOOK_MS);
	window.addEventListener('online', open);
	document.addEventListener('visibilitychange', wake);
	open();
	return {
		reopen: open,
		close() {
			clearTimeout(retry);
			clearInterval(look);
			window.removeEventListener('online', open);
			document.removeEventListener('visibilitychange', wake);
			source?.close();
		},
	};
}

function addressOf(hearing: Hearing): string {
	const open = hearing.following().map(({ id, seq }) => `${id}:${seq}`);
	return `/staff/desk/stream?open=${open.join(',')}`;
}

type Told = { readonly id: string; readonly message: Message; readonly seq: number };

function listen(source: EventSource, hearing: Hearing, heard: () => void): void {
	const on = (name: string, hear: (told: Told) => void): void => {
		source.addEventListener(name, (event: MessageEvent<string>) => {
			heard();
			hear(JSON.parse(event.data));
		});
	};
	on('beat', () => undefined);
	on('queue', () => hearing.queue());
	on('message', ({ id, message }) => hearing.message(id, message));
	on('typing', ({ id }) => hearing.typing(id));
	on('read', ({ id, seq }) => hearing.read(id, seq));
	on('notes', ({ id }) => hearing.notes(id));
	on('clerk', ({ id }) => hearing.clerk(id));
	on('gone', ({ id }) => hearing.gone(id));
	on('moved', ({ id }) => hearing.moved(id));
	on('signed-out', () => hearing.signedOut());
}
