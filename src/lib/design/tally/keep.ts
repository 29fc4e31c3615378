import type { Keep, Kept, NewKept } from './kept.ts';

/**
 * Keeps taps in the browser until the site has them: codes of somebody without a name, on a tally, by a hand whose
 * account the browser does not know. Null where there is no such place (a private window, storage turned off).
 */
export async function browserKeep<Codes>(name: string): Promise<Keep<Codes> | null> {
	try {
		const db = await open(name);
		return { all: () => all(db), add: (tap) => add(db, tap), change: (id, by) => change(db, id, by) };
	} catch {
		return null;
	}
}

const STORE = 'taps';

function open(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const asked = indexedDB.open(name, 1);
		asked.onupgradeneeded = () => {
			const store = asked.result.createObjectStore(STORE, { keyPath: 'number', autoIncrement: true });
			store.createIndex('id', 'id', { unique: true });
		};
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error);
	});
}

async function all<Codes>(db: IDBDatabase): Promise<Kept<Codes>[]> {
	const asked: IDBRequest<Kept<Codes>[]> = db.transaction(STORE).objectStore(STORE).getAll();
	return new Promise((resolve, reject) => {
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error);
	});
}

/** Kept is what is on the disk, not what is on its way there. */
function add<Codes>(db: IDBDatabase, tap: NewKept<Codes>): Promise<void> {
	const writing = strictly(db);
	writing.objectStore(STORE).add(tap);
	return ended(writing);
}

/** Read and written in one go: a second page of the same browser waits. */
function change<Codes>(db: IDBDatabase, id: string, by: (kept: Kept<Codes>) => Kept<Codes> | null): Promise<void> {
	const writing = strictly(db);
	const store = writing.objectStore(STORE);
	const asked: IDBRequest<Kept<Codes> | undefined> = store.index('id').get(id);
	asked.onsuccess = () => {
		const before = asked.result;
		const after = before && by(before);
		if (after) store.put(after);
		else if (before) store.delete(before.number);
	};
	return ended(writing);
}

const strictly = (db: IDBDatabase): IDBTransaction => db.transaction(STORE, 'readwrite', { durability: 'strict' });

function ended(writing: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		writing.oncomplete = () => resolve();
		writing.onerror = () => reject(writing.error);
		writing.onabort = () => reject(writing.error ?? new Error('not kept'));
	});
}
