import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Database, Queryable } from '#lib/platform/db/database.server.ts';
import { insertKeystoreMark, keystoreMarkRow, lostWithKeystore, replaceKeystoreMark } from './store.server.ts';

/** Null as long as there is no installation, or none that a keystore has shown itself to. */
export function keystoreMark(db: Queryable): Promise<Buffer | null> {
	return keystoreMarkRow(db);
}

/** The mark that stands after this: that of whoever came first. Null as long as there is no installation. */
export async function claimKeystore(db: Queryable, mark: Buffer): Promise<Buffer | null> {
	const stands = await keystoreMarkRow(db);
	if (stands) return stands;
	await insertKeystoreMark(db, mark);
	return keystoreMarkRow(db);
}

/** Makes another keystore the one of this installation, on purpose; gives how many people cannot sign in as before. */
export function adoptKeystore(db: Database, mark: Buffer): Promise<{ isNew: boolean; secondFactors: number }> {
	return db.transaction(async (tx) => {
		const stands = await claimKeystore(tx, mark);
		const secondFactors = await lostWithKeystore(tx);
		if (!stands || stands.equals(mark)) return { isNew: false, secondFactors };
		await replaceKeystoreMark(tx, mark);
		const deed = { action: 'adopt-keystore', subject: 'installation', subjectId: mark.toString('hex').slice(0, 8) };
		await recordAudit(tx, { kind: 'system', id: null }, deed);
		return { isNew: true, secondFactors };
	});
}
