import readline from 'node:readline';
import { mask } from '../../src/lib/privacy/index.ts';

const HELP = `silta mask < lines.jsonl

Reads JSON lines {"text"} and prints {"text","spans":[{"start","end","kind"}]}; the kinds are hetu, iban, card and code,
the offsets count UTF-16 units of the text that came in. It is the same code that masks messages.
A line that is no such object gives {"error"} in its place, and the exit code is 1 at the end; otherwise it is 0.
`;

export async function maskCommand(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	let wrong = 0;
	for await (const line of readline.createInterface({ input: process.stdin })) {
		if (line.trim() === '') continue;
		const text = textOf(line);
		if (text === null) {
			wrong += 1;
			process.stdout.write(`${JSON.stringify({ error: 'a line must be a JSON object with a string "text"' })}\n`);
		} else process.stdout.write(`${JSON.stringify(mask(text))}\n`);
	}
	return wrong > 0 ? 1 : 0;
}

function textOf(line: string): string | null {
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== 'object' || value === null || !('text' in value)) return null;
		return typeof value.text === 'string' ? value.text : null;
	} catch {
		return null;
	}
}
