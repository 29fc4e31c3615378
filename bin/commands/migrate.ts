import { schemaVersion } from '../../src/lib/platform/db/migrate.server.ts';
import { withGround } from '../ground.ts';

export async function migrateCommand(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(
			'silta migrate\n\nBrings the database (DATABASE_URL, else the one in SILTA_DATA) up to date.\n',
		);
		return 0;
	}
	const version = await withGround(({ db }) => schemaVersion(db));
	process.stdout.write(`The schema is at ${version}.\n`);
	return 0;
}
