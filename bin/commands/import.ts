import fs from 'node:fs';
import { importServices, knownToCards, readService, type Service } from '../../src/lib/content/index.server.ts';
import { withGround } from '../ground.ts';
import { asTrouble, Trouble } from '../trouble.ts';

const HELP = `silta import services FILE…

Puts the cards of services in the files (JSON: one card, or a list of cards) into the database. A card whose id is there
already is replaced. Nothing is changed unless every card is right; what is wrong is named with its file and field.
The site shows the change within a second.
`;

export async function importCommand(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const [what, ...files] = args;
	if (what !== 'services' || files.length === 0) {
		process.stderr.write(HELP);
		return 2;
	}
	const cards = files.flatMap(cardsIn);
	refuseTwice(cards);
	const count = await withGround(({ db }) => {
		const services = readAll(cards);
		return db.transaction(async (tx) => {
			await importServices(tx, services);
			return services.length;
		});
	});
	process.stdout.write(`${count} ${count === 1 ? 'card is' : 'cards are'} in place.\n`);
	return 0;
}

type Card = { place: string; raw: unknown };

function cardsIn(file: string): Card[] {
	const content = parse(file, readText(file));
	if (!Array.isArray(content)) return [{ place: file, raw: content }];
	return content.map((raw: unknown, at) => ({ place: `${file}, card ${at + 1}`, raw }));
}

function readText(file: string): string {
	if (!fs.existsSync(file)) throw new Trouble(`there is no file ${file}`);
	try {
		return fs.readFileSync(file, 'utf8');
	} catch (error) {
		throw asTrouble(error, file);
	}
}

function parse(file: string, text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new Trouble(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function refuseTwice(cards: readonly Card[]): void {
	const places = new Map<unknown, string>();
	for (const { place, raw } of cards) {
		const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
		const before = places.get(id);
		if (id !== undefined && before) throw new Trouble(`${place}: the card ${String(id)} is also in ${before}`);
		places.set(id, place);
	}
}

function readAll(cards: readonly Card[]): Service[] {
	const known = knownToCards();
	const wrong: string[] = [];
	const services = cards.flatMap(({ place, raw }) => {
		const read = readService(raw, known);
		if ('service' in read) return read.service;
		wrong.push(...read.faults.map(({ field, sentence }) => `${place}: ${field} ${sentence}`));
		return [];
	});
	if (wrong.length > 0) throw new Trouble(`nothing was imported.\n${wrong.join('\n')}`);
	return services;
}
