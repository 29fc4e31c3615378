import fs from 'node:fs';
import path from 'node:path';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Free, QualificationCode, VolunteerState } from '../people/volunteer.ts';
import type { SignUp } from '../shifts/shift.ts';

/** As the file has them: days are counted from the day on which they are loaded, back or ahead. */
export type WrittenPerson = {
	readonly shortName: string;
	/** Missing for those who stand on the sign-in page. */
	readonly chosenName?: string;
	readonly language?: string;
	readonly languages: readonly string[];
	readonly works: readonly string[];
	readonly knownWorks: readonly string[];
	readonly free: readonly Free[];
	readonly placeIds: readonly string[];
	readonly isRemote?: boolean;
	readonly state?: VolunteerState;
	readonly pausedFor?: number;
	/** Minutes a month, from and to. */
	readonly wished: readonly [number, number];
	readonly since: number;
	readonly asked: number | null;
	readonly pledged: number;
	readonly qualifications: readonly { code: QualificationCode; granted: number; ends: number | null }[];
	readonly absences?: readonly { from: number; to: number }[];
};

/** `held`: who has a place, week by week and then from the beginning again. */
export type WrittenNeed = {
	readonly deskId?: string;
	readonly seriesId?: string;
	readonly weekday?: number;
	readonly starts?: string;
	readonly minutes?: number;
	readonly work: string;
	readonly places: number;
	readonly languages: readonly string[];
	readonly qualifications: readonly string[];
	readonly signUp: SignUp;
	readonly held: readonly (readonly string[])[];
};

export type Written = { readonly people: readonly WrittenPerson[]; readonly needs: readonly WrittenNeed[] };

export function written(): Written {
	const text = fs.readFileSync(path.join(ground().root, 'starter/demonstration-volunteers.json'), 'utf8');
	// The file is ours; a test loads it.
	return JSON.parse(text.replaceAll('{year}', today().slice(0, 4))) as Written;
}
