import type { StaffActor } from '#lib/identity/index.ts';

declare global {
	namespace App {
		interface Locals {
			/** The language in which this request is answered. */
			lang: string;
			/** Who is signed in to the console. */
			staff: StaffActor | null;
			/** True on the demonstration network: loopback, never a real installation. */
			demonstration: boolean;
			/** Where the request comes from, as a pseudonym of the day; for limits only. */
			source: string;
		}
		interface Error {
			message: string;
			/** `database`: the site is up, what needs the database is not. */
			code?: 'database';
		}
		interface Platform {
			req: import('node:http').IncomingMessage;
		}
	}
}
