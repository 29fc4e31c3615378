import { instant } from '../clock.ts';

/**
 * Things of people that stay in memory for a stated time: what is past it is dropped by a timer, not when somebody asks
 * next, so that the time is a bound and not a hope. Setting again begins anew.
 */
export type Remembered<T> = {
	get(id: string): T | undefined;
	set(id: string, value: T): void;
	delete(id: string): void;
	clear(): void;
	readonly size: number;
};

export function remembered<T>(ms: number, largest: number): Remembered<T> {
	// All live equally long, so the first is always the next to go.
	const entries = new Map<string, { value: T; until: number }>();
	let timer: NodeJS.Timeout | undefined;

	const dropPast = (): void => {
		timer = undefined;
		for (const [id, { until }] of entries) {
			if (until > instant()) break;
			entries.delete(id);
		}
		wait();
	};
	const wait = (): void => {
		const [first] = entries.values();
		if (first) timer ??= setTimeout(dropPast, Math.max(0, first.until - instant())).unref();
	};

	return {
		get(id) {
			const found = entries.get(id);
			return found && found.until > instant() ? found.value : undefined;
		},
		set(id, value) {
			entries.delete(id);
			if (entries.size >= largest) entries.clear();
			entries.set(id, { value, until: instant() + ms });
			wait();
		},
		delete: (id) => void entries.delete(id),
		clear: () => entries.clear(),
		get size() {
			return entries.size;
		},
	};
}
