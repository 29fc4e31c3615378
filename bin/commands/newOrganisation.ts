import { parseArgs } from 'node:util';
import { addOrganisations, makeDesk } from '../../src/lib/network/index.server.ts';
import type { Queryable } from '../../src/lib/platform/db/database.server.ts';
import { languages } from '../../src/lib/platform/i18n/catalogue.server.ts';
import { Trouble } from '../trouble.ts';

/** An organisation that is to be made, and the name with which its first person signs in. */
export type Wanted = { organisation: string; name: string; person: string; language?: string };

/** From the options of a command; null when one is missing that it cannot do without. */
export function readWanted(args: string[], role: 'administrator' | 'coordinator'): Wanted | null {
	const text = { type: 'string' } as const;
	const options = { organisation: text, name: text, [role]: text, language: text };
	const given: Record<string, string | undefined> = parse(() => parseArgs({ args, options }).values);
	const { organisation, name, language } = given;
	const person = given[role];
	if (!organisation || !name?.trim() || !person) return null;
	refuse(!/^[a-z0-9][a-z0-9-]{1,39}$/.test(organisation), `"${organisation}" is no id of an organisation, see --help.`);
	refuse(organisation.startsWith('demo-'), 'ids that begin with demo- belong to the demonstration.');
	refuse(!/^[a-z0-9][a-z0-9.-]{1,39}$/.test(person), `"${person}" is no name for signing in, see --help.`);
	return { organisation, name: name.trim(), person, language };
}

export function firstPerson({ organisation, person, language }: Wanted) {
	const codes = languages().map(({ code }) => code);
	const chosen = language ?? codes[0] ?? '';
	refuse(!codes.includes(chosen), `the interface speaks ${codes.join(', ')}, not "${chosen}".`);
	return { shortName: person, chosenName: person, language: chosen, organisationId: organisation };
}

/** Without hours at first: the desk takes questions, and the coordinator says when it is open. */
export async function makeOrganisation(tx: Queryable, { organisation, name }: Wanted): Promise<void> {
	const names = Object.fromEntries(languages().map(({ code }) => [code, name]));
	await addOrganisations(tx, [{ id: organisation, kind: 'association', names, isDemonstration: false }]);
	const desk = { id: organisation, organisationId: organisation, names, zone: 'Europe/Helsinki' };
	await makeDesk(tx, { ...desk, projectId: null, planLine: null });
}

function parse<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw new Trouble(error instanceof Error ? error.message : String(error));
	}
}

function refuse(wrong: boolean, sentence: string): void {
	if (wrong) throw new Trouble(sentence);
}
